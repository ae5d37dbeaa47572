package gazette.check;

import static gazette.check.Finding.Level.ERROR;
import static gazette.check.Finding.Level.INFO;
import static gazette.check.Finding.Level.WARN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A good message, damaged in one place at a time. */
final class MessageRulesTest {
    private static final MessageRules RULES =
            new MessageRules(new Circumstances(OptionalInt.empty(), Optional.of("L’édition d’hier"), Optional.empty()));

    private static final String COVERED = "from:list-unsubscribe:list-unsubscribe-post";

    /** So many letters that nothing packs them. */
    private static final String LONG = "Le bac reprend la mer. ";

    @TempDir
    private static Path folder;

    private static Specimen good;
    private static List<String> ofTheGood = List.of();

    @BeforeAll
    static void aGoodMessage() {
        good = Sample.specimen(Sample.edition(Locale.FRENCH, "digest"), folder);
        ofTheGood = names(good);
    }

    static Stream<Damage> damages() {
        return Stream.of(
                        leaks(),
                        head(),
                        form(),
                        leaving(),
                        size(),
                        document(),
                        reading(),
                        links(),
                        pictures(),
                        markup(),
                        text(),
                        typography(),
                        subject(),
                        spam())
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("damages")
    void eachDamageIsFoundAndNamed(Damage damage) {
        assertThat(ofTheGood).as("the good message").doesNotContain(damage.level() + " " + damage.rule());

        assertThat(names(damage.done(good))).contains(damage.level() + " " + damage.rule());
    }

    private static List<String> names(Specimen specimen) {
        return RULES.of(List.of(specimen)).stream()
                .map(finding -> finding.level() + " " + finding.rule())
                .toList();
    }

    private static Damage html(Finding.Level level, String rule, String found, String other) {
        return Damage.of(level, rule, "html", found, other);
    }

    private static Damage text(Finding.Level level, String rule, String found, String other) {
        return Damage.of(level, rule, "text", found, other);
    }

    private static Damage head(Finding.Level level, String rule, String found, String other) {
        return Damage.of(level, rule, "head", found, other);
    }

    /** A signature of somebody else. */
    private static Damage signature(String rule, String tags) {
        String field = "DKIM-Signature: v=1; d=example.net; s=x; " + tags + "\r\n bh=; b=\r\n";
        return head(WARN, rule, "^", field);
    }

    private static Damage subject(Finding.Level level, String rule, String other) {
        return head(level, rule, "Subject:.*?\r\n(?! )", "Subject: " + other + "\r\n");
    }

    /** A paragraph more in the HTML part. */
    private static Damage more(Finding.Level level, String rule, String markup) {
        return html(level, rule, "</h2>", "</h2>" + markup);
    }

    private static Stream<Damage> leaks() {
        return Stream.of(
                more(ERROR, "leak-template-code", "<p>${article.titel}</p>"),
                more(ERROR, "leak-template-code", "<p>&lt;#if article??&gt;</p>"),
                html(ERROR, "leak-template-code", "<a href=\"[^\"]*\"", "<a href=\"https://example.org/[=id]\""),
                text(ERROR, "leak-template-code", "LIENS", "</#list>"),
                subject(ERROR, "leak-template-code", "${edition.day}"),
                head(ERROR, "leak-template-code", "To: Lectrice 1", "To: ${reader.name}"),
                more(ERROR, "leak-missing-value", "<p>null</p>"),
                more(ERROR, "leak-missing-value", "<p>Par undefined</p>"),
                subject(ERROR, "leak-missing-value", "N° NaN"),
                more(ERROR, "leak-error-text", "<p>FreeMarker template error (DEBUG mode)</p>"),
                more(ERROR, "leak-error-text", "<p>gazette.render.BlockModel@1b2c3d4e</p>"),
                more(ERROR, "leak-double-escape", "<p>La ville &amp;eacute;teint</p>"),
                text(ERROR, "leak-double-escape", "LIENS", "L&#39;été"),
                more(ERROR, "leak-mojibake", "<p>Ã©tÃ©</p>"),
                subject(ERROR, "leak-mojibake", "=?UTF-8?Q?l=C3=A2=E2=82=AC=E2=84=A2=C3=A9t=C3=A9?="),
                text(ERROR, "leak-field-marker", "Vous recevez", "\uE0F0tname\uE0F1, vous recevez"),
                more(ERROR, "leak-filler-text", "<p>Lorem ipsum dolor</p>"));
    }

    private static Stream<Damage> head() {
        return Stream.of(
                head(ERROR, "header-missing", "Message-ID:[^\n]*\n", ""),
                head(ERROR, "header-missing", "MIME-Version:[^\n]*\n", "Content-X: y\r\n"),
                head(ERROR, "header-twice", "From:", "From: Autre <autre@example.org>\r\nFrom:"),
                head(ERROR, "message-id-malformed", "Message-ID: <", "Message-ID: "),
                head(ERROR, "message-id-local", "@example.org>\r\nList-Id", "@localhost>\r\nList-Id"),
                head(INFO, "message-id-foreign", "@example.org>\r\nList-Id", "@other.example>\r\nList-Id"),
                head(ERROR, "date-unreadable", "Date: Mon", "Date: lundi"),
                head(ERROR, "header-control-character", "To: Lectrice", "To: Lec\u0007trice"),
                head(WARN, "from-free-mail", "lettre@example.org", "lettre@orange.fr"),
                head(INFO, "from-takes-no-answer", "lettre@example.org", "ne-pas-repondre@example.org"),
                head(WARN, "list-id-missing", "List-Id:[^\n]*\n", ""),
                head(WARN, "unsubscribe-header-missing", "List-Unsubscribe:[^\n]*\n", ""),
                head(WARN, "unsubscribe-header-without-https", "<https:[^>]*", "<mailto:quitter@example.org"),
                head(WARN, "web-on-this-machine", "<https://lettre.gazette.example", "<http://127.0.0.1:8025"),
                head(WARN, "one-click-missing", "List-Unsubscribe-Post:[^\n]*\n", ""),
                head(WARN, "one-click-missing", "=One-Click", "=one-click"),
                signature("dkim-uncovered", "a=rsa-sha256; h=from:list-unsubscribe;"),
                signature("dkim-of-a-beginning", "a=rsa-sha256; l=100; h=" + COVERED + ";"),
                signature("dkim-outdated", "a=rsa-sha1; h=" + COVERED + ";"),
                head(INFO, "precedence-missing", "Precedence:[^\n]*\n", ""),
                head(INFO, "auto-submitted-missing", "Auto-Submitted:[^\n]*\n", ""),
                head(INFO, "feedback-id-missing", "Feedback-ID:[^\n]*\n", ""));
    }

    private static Stream<Damage> form() {
        return Stream.of(
                Damage.of(ERROR, "line-end-bare", "raw", "\r\nList-Id", "\nList-Id"),
                Damage.of(ERROR, "line-too-long", "raw", "LA GAZETTE", "LA GAZETTE ".repeat(100)),
                head(INFO, "header-unfolded", "Subject: ", "Subject: " + "plus de mots ".repeat(8)),
                head(
                        WARN,
                        "encoded-word-long",
                        "Subject:.*?\r\n(?! )",
                        "Subject: =?UTF-8?Q?" + "a".repeat(80) + "?=\r\n"),
                subject(WARN, "encoded-word-broken", "=?UTF-8?Q?t=C3?="),
                subject(WARN, "encoded-word-broken", "=?UTF-9?B?dA=?="),
                Damage.of(ERROR, "text-part-missing", "raw", "text/plain", "text/enriched"),
                new Damage(ERROR, "parts-out-of-order", "raw", MessageRulesTest::swapped),
                Damage.of(ERROR, "alternative-missing", "raw", "multipart/alternative", "multipart/mixed"),
                Damage.of(WARN, "charset-odd", "raw", "charset=UTF-8", "charset=windows-1252"));
    }

    private static String swapped(String raw) {
        return raw.replace("text/plain", "text/x")
                .replace("text/html", "text/plain")
                .replace("text/x", "text/html");
    }

    private static Stream<Damage> leaving() {
        return Stream.of(
                html(ERROR, "leave-link-missing", "<a href=\"https://lettre.gazette.example/unsubscribe.*?</a>", ""),
                html(
                        ERROR,
                        "leave-link-missing",
                        "<a href=\"https://lettre.gazette.example/unsub",
                        "<a style=\"display:none\" href=\"https://lettre.gazette.example/unsub"),
                text(ERROR, "leave-address-missing", "https://lettre.gazette.example/unsubscribe\\S*", ""),
                html(WARN, "reason-missing", "Vous recevez", "Bonjour à"),
                text(WARN, "reason-missing", "Vous recevez", "Bonjour à"),
                html(WARN, "postal-address-missing", "75002", ""),
                text(WARN, "postal-address-missing", "75002", ""));
    }

    private static Stream<Damage> size() {
        return Stream.of(
                more(WARN, "html-nearly-clipped", "<p>" + LONG.repeat(2_700) + "</p>"),
                more(ERROR, "html-clipped", "<p>" + LONG.repeat(3_600) + "</p>"),
                Damage.of(
                        WARN,
                        "message-heavy",
                        "raw",
                        "R0lGODlh",
                        ("R0lGODlh".repeat(9) + "\r\n").repeat(75_000) + "R0lGODlh"),
                html(WARN, "style-too-long", "</style>", ".x{color:#123456}".repeat(400) + "</style>"));
    }

    private static Stream<Damage> document() {
        return Stream.of(
                html(ERROR, "lang-missing", "<html lang=\"fr\"", "<html"),
                html(WARN, "lang-odd", "<html lang=\"fr\"", "<html lang=\"en\""),
                html(WARN, "lang-odd", "<html lang=\"fr\"", "<html lang=\"français\""),
                html(INFO, "dir-missing", "dir=\"ltr\" xmlns", "xmlns"),
                html(WARN, "wrapper-missing", "role=\"article\"", ""),
                html(WARN, "wrapper-label-missing", "aria-label=\"La Gazette[^\"]*\"", ""),
                html(WARN, "wrapper-lang-missing", "lang=\"fr\" dir=\"ltr\" class=\"letter", "class=\"letter"),
                html(WARN, "title-missing", "<title>.*</title>", "<title></title>"),
                html(INFO, "title-is-not-subject", "<title>", "<title>La Gazette "),
                html(WARN, "zoom-blocked", "initial-scale=1", "initial-scale=1, user-scalable=no"),
                html(WARN, "zoom-blocked", "initial-scale=1", "initial-scale=1, maximum-scale=1.0"),
                html(INFO, "viewport-missing", "<meta name=\"viewport\"[^>]*>", ""),
                html(WARN, "doctype-missing", "<!DOCTYPE html>", ""),
                html(WARN, "dark-without-styles", "prefers-color-scheme: dark", "prefers-color-scheme: no"),
                html(INFO, "dark-undeclared", "<meta name=\"color-scheme\"[^>]*>", ""));
    }

    private static Stream<Damage> reading() {
        return Stream.of(
                new Damage(ERROR, "headings-missing", "html", html -> html.replaceAll("(</?)h[1-6]", "$1p")),
                more(WARN, "heading-empty", "<h3> &nbsp;</h3>"),
                html(WARN, "h1-missing", "<h1(.*?)</h1>", "<p>La Gazette</p>"),
                more(WARN, "h1-many", "<h1>Encore</h1>"),
                more(WARN, "heading-jump", "<h4>Trop bas</h4>"),
                html(WARN, "table-role-missing", "<table role=\"presentation\" width=\"100%\"", "<table"),
                more(WARN, "text-justified", "<p style=\"text-align: justify\">Aligné</p>"),
                html(WARN, "text-justified", "</style>", "p{text-align:justify}</style>"),
                more(WARN, "text-small", "<p style=\"font-size:11px\">Petit</p>"),
                more(WARN, "text-small", "<p style=\"font:0.7em/1.2 serif\">Petit</p>"),
                more(ERROR, "link-without-words", "<a href=\"https://journal.gazette.example/x\"> </a>"),
                more(WARN, "link-text-vague", "<a href=\"https://journal.gazette.example/x\">Cliquez ici !</a>"),
                more(WARN, "link-text-vague", "<a href=\"https://journal.gazette.example/x\">here</a>"),
                more(
                        INFO,
                        "link-text-address",
                        "<a href=\"https://journal.gazette.example/x\">https://journal.gazette.example/x</a>"),
                html(WARN, "label-without-its-text", "aria-label=\"Lire en ligne", "aria-label=\"Ouvrir"),
                html(
                        WARN,
                        "link-text-same",
                        "aria-label=\"Lire en ligne[^\"]*\"(.*)aria-label=\"Lire en ligne[^\"]*\"",
                        "><br><a href=\"https://journal.gazette.example/x\">Lire en ligne</a><br><a href=\"https://journal.gazette.example/y\""));
    }

    private static Stream<Damage> links() {
        return Stream.of(
                link(ERROR, "link-empty", ""),
                link(ERROR, "link-empty", "#"),
                link(ERROR, "link-to-a-script", "javascript:void(0)"),
                link(WARN, "link-within", "#deux"),
                link(WARN, "link-with-blanks", "https://journal.gazette.example/a b"),
                link(WARN, "link-with-blanks", " https://journal.gazette.example/a"),
                link(ERROR, "link-malformed", "https:///vitrines"),
                link(ERROR, "link-malformed", "https://journal.gazette.example/%zz"),
                link(ERROR, "link-relative", "/vitrines"),
                link(INFO, "link-without-https", "http://journal.exemple.fr/"),
                link(ERROR, "link-to-a-private-host", "https://localhost/x"),
                link(ERROR, "link-to-a-private-host", "http://192.168.1.4:8080/x"),
                link(WARN, "link-shortened", "https://bit.ly/abc"),
                link(INFO, "link-campaign-partial", "https://journal.exemple.fr/?utm_source=lettre"));
    }

    private static Damage link(Finding.Level level, String rule, String address) {
        return more(level, rule, "<p><a href=\"" + address + "\">Un autre article</a></p>");
    }

    private static Stream<Damage> pictures() {
        String source = "<img src=\"https://images.example.org/b.jpg\" width=\"300\" height=\"200\" alt=\"Un bateau\">";
        return Stream.of(
                more(
                        ERROR,
                        "linked-picture-without-alt",
                        "<a href=\"https://journal.gazette.example/x\">" + source.replace("Un bateau", "") + "</a>"),
                more(WARN, "alt-missing", source.replace(" alt=\"Un bateau\"", "")),
                more(WARN, "alt-is-a-file-name", source.replace("Un bateau", "IMG_2034.JPG")),
                more(INFO, "alt-long", source.replace("Un bateau", "Un bateau sur l’eau ".repeat(9))),
                more(WARN, "picture-without-width", source.replace("width=\"300\" ", "")),
                more(WARN, "picture-wide", source.replace("300", "1200")),
                more(WARN, "picture-fixed", source.replace("300", "536")),
                html(ERROR, "picture-part-missing", "src=\"cid:", "src=\"cid:autre-"),
                more(
                        WARN,
                        "picture-as-data",
                        source.replace(
                                "https://images.example.org/b.jpg", "data:image/gif;base64,R0lGODlhAQABAAAAACw=")),
                more(WARN, "picture-without-https", source.replace("https:", "http:")),
                more(ERROR, "picture-nowhere", source.replace("https://images.example.org/", "images/")),
                more(WARN, "picture-format", source.replace("b.jpg", "b.webp?w=300")),
                more(INFO, "pictures-many", source.repeat(30)));
    }

    private static Stream<Damage> markup() {
        return Stream.of(
                more(ERROR, "html-script", "<script>alert(1)</script>"),
                html(
                        WARN,
                        "html-outside-styles",
                        "</head>",
                        "<link rel=\"stylesheet\" href=\"https://example.org/a.css\"></head>"),
                more(WARN, "html-dropped-element", "<form action=\"https://example.org/\"></form>"),
                more(WARN, "html-dropped-element", "<video></video>"),
                more(WARN, "html-event-handler", "<p onclick=\"x()\">Un</p>"),
                more(WARN, "css-position", "<p style=\"position:absolute\">Un</p>"),
                more(WARN, "css-negative-margin", "<p style=\"margin:0 0 -4px\">Un</p>"),
                more(INFO, "css-important-inline", "<p style=\"color:#222 !important\">Un</p>"),
                html(
                        WARN,
                        "css-nested-at-rule",
                        "</style>",
                        "@media screen{@media (max-width:9px){a{color:red}}}</style>"),
                html(WARN, "css-unbalanced", "</style>", "@media screen{</style>"),
                html(WARN, "html-unclosed", "</h2>", ""),
                more(WARN, "html-unclosed", "<p>Un <b>mot</p>"),
                more(WARN, "html-unclosed", "</div>"));
    }

    private static Stream<Damage> text() {
        return Stream.of(
                new Damage(ERROR, "text-empty", "text", text -> "\n"),
                text(ERROR, "text-with-markup", "LIENS", "<p>LIENS</p>"),
                text(ERROR, "text-with-markup", "LIENS", ".lien { color: red }"),
                text(WARN, "text-line-long", "LIENS", LONG.repeat(5).strip()),
                text(INFO, "text-trailing-blanks", "LIENS", "LIENS  "),
                text(INFO, "text-with-gaps", "LIENS", "\n\n\nLIENS"),
                text(WARN, "text-with-filler", "LIENS", "\u034F\u200C LIENS"),
                text(WARN, "text-note-without-address", "\\[2\\] https", "[3] https"),
                text(WARN, "text-item-missing", "(?i)LE BAC(.*?)BRUIT(.*?)LE BAC(.*?)BRUIT", "LE BAC"),
                new Damage(
                        WARN,
                        "text-out-of-order",
                        "text",
                        text -> text.replaceFirst("(?s)(LA VILLE.*?)\n---+\n(\nLE BAC.*?)\n(?=---)", "$2\n$1\n")),
                text(
                        WARN,
                        "text-link-missing",
                        "https://journal.gazette.example/bac",
                        "https://journal.gazette.example/"),
                more(WARN, "text-words-missing", "<p>" + words() + "</p>"));
    }

    private static String words() {
        return Stream.iterate("mot", word -> word + "a").limit(90).reduce("", (one, other) -> one + " " + other);
    }

    private static Stream<Damage> typography() {
        return Stream.of(
                more(WARN, "typography-fr-breaking-space", "<p>Qui l’aurait cru ?</p>"),
                more(WARN, "typography-fr-breaking-space", "<p>Un mot : « ciel »</p>"),
                more(INFO, "typography-fr-missing-space", "<p>Vraiment? Oui.</p>"),
                more(INFO, "typography-fr-apostrophe", "<p>l'été</p>"),
                more(INFO, "typography-fr-dots", "<p>Et puis...</p>"),
                more(INFO, "typography-fr-oe", "<p>au coeur de la ville</p>"),
                more(INFO, "typography-en-quotes", "<p lang=\"en\">They said \"yes\" to it.</p>"));
    }

    private static Stream<Damage> subject() {
        return Stream.of(
                subject(ERROR, "subject-empty", ""),
                subject(
                        WARN,
                        "subject-long",
                        "La ville baisse ses vitrines, ses enseignes et ses lampes de rue depuis lundi"),
                subject(INFO, "subject-cut-on-phones", "La ville baisse ses vitrines depuis lundi soir"),
                subject(WARN, "subject-repeated", "=?UTF-8?Q?L=E2=80=99=C3=A9dition_d=E2=80=99hier?="),
                subject(WARN, "subject-in-capitals", "LA VILLE BAISSE SES VITRINES"),
                subject(WARN, "subject-exclaims", "La ville baisse ses vitrines !!"),
                subject(INFO, "subject-many-emoji", "=?UTF-8?Q?=F0=9F=8C=9E=F0=9F=8C=9E=F0=9F=8C=9E?= La ville"),
                html(WARN, "preheader-missing", "<div style=\"display:none.*?</div>", ""),
                html(
                        WARN,
                        "preheader-is-subject",
                        "(?<=<div style=\"display:none[^>]{0,80}>)Depuis[^<]*",
                        "La ville éteint ses vitrines"),
                html(INFO, "preheader-short", "(?<=<div style=\"display:none[^>]{0,80}>)Depuis[^<]*", "Depuis lundi"),
                html(
                        INFO,
                        "preheader-long",
                        "(?<=<div style=\"display:none[^>]{0,80}>)Depuis",
                        LONG.repeat(9) + "Depuis"));
    }

    private static Stream<Damage> spam() {
        return Stream.of(
                subject(WARN, "spam-subject", "Urgent : gagnez un voyage"),
                subject(INFO, "spam-word", "Un voyage 100 % gratuit"),
                subject(WARN, "spam-money", "=?UTF-8?Q?1_000_=E2=82=AC!?= pour vous"),
                more(INFO, "spam-words", "<p>Act now, buy now: risk-free casino.</p>"),
                more(
                        INFO,
                        "picture-heavy",
                        "<img src=\"https://images.example.org/b.jpg\" width=\"300\" alt=\"\">".repeat(20)),
                html(
                        WARN,
                        "picture-only",
                        "(?<=</style>\\s{0,5}</head>\\s{0,5})<body.*</body>",
                        "<body><img src=\"https://images.example.org/b.jpg\" width=\"300\" alt=\"Tout\"></body>"));
    }
}
