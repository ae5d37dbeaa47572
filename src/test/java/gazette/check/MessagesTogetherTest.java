package gazette.check;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Article;
import gazette.article.Figure;
import gazette.article.LinkedPicture;
import gazette.article.Paragraph;
import gazette.check.Finding.Level;
import gazette.check.LinkProbe.Doubt;
import gazette.check.LinkProbe.Kind;
import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Rendering;
import gazette.edition.Variant;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules know besides one message: other messages, the edition before, the web, the pictures. */
final class MessagesTogetherTest {
    @TempDir
    private Path folder;

    private Specimen good;

    @BeforeEach
    void aGoodMessage() {
        good = Sample.specimen(Sample.edition(Locale.FRENCH, "digest"), folder);
    }

    @Test
    void whatSeveralPersonasSeeIsSaidOnceWithAllOfThem() {
        Finding one = finding(Level.WARN, "text-small", "a", "1");
        Finding other = finding(Level.WARN, "text-small", "a", "2");
        Finding third = finding(Level.ERROR, "subject-empty", "c", "2");

        List<Finding> merged = Finding.merged(List.of(one, other, third, one));

        assertThat(merged).extracting(Finding::rule).containsExactly("text-small", "subject-empty");
        assertThat(merged.get(0).personas()).containsExactly("1", "2");
        assertThat(Finding.sorted(merged).get(0)).isEqualTo(third);
    }

    @Test
    void theSizeIsThatOfTheReaderWithTheLongestFields() {
        assertThat(rules(new Circumstances(OptionalInt.of(102_400), Optional.empty(), Optional.empty())))
                .contains("WARN html-nearly-clipped")
                .doesNotContain("ERROR html-clipped");
        assertThat(rules(new Circumstances(OptionalInt.of(102_401), Optional.empty(), Optional.empty())))
                .contains("ERROR html-clipped");
        assertThat(rules(new Circumstances(OptionalInt.of(81_920), Optional.empty(), Optional.empty())))
                .doesNotContain("WARN html-nearly-clipped");
    }

    @Test
    void theSameSubjectTwiceInARowIsAWarning() {
        String subject = good.subject();

        assertThat(rules(new Circumstances(OptionalInt.empty(), Optional.of(subject), Optional.empty())))
                .contains("WARN subject-repeated");
        assertThat(rules(new Circumstances(OptionalInt.empty(), Optional.of("N° 127"), Optional.empty())))
                .doesNotContain("WARN subject-repeated");
    }

    @Test
    void theWebIsAskedOnceForEachAddressAndNeverForTheReadersOwn() {
        Specimen linked = Damage.of(
                        Level.WARN,
                        "link-broken",
                        "html",
                        "</h2>",
                        "</h2><a href=\"https://journal.exemple.fr/closed\">Zéro</a><a href=\"https://journal.exemple.fr/a#b\">Un</a><a href=\"https://journal.exemple.fr/a\">Deux</a>"
                                + "<a href=\"https://lettre.exemple.fr/online/x\">Ici</a><a href=\"https://10.1.2.3/x\">Trois</a><img src=\"https://images.exemple.fr/a.jpg\" alt=\"\" width=\"9\">")
                .done(archivedAt("https://lettre.exemple.fr/online/x"));
        List<URI> asked = new ArrayList<>();
        LinkProbe probe = addresses -> {
            asked.addAll(addresses);
            return Map.of(
                    URI.create("https://journal.exemple.fr/a"), new Doubt(Kind.NO_PAGE, "it answered 404"),
                    URI.create("https://journal.exemple.fr/closed"), new Doubt(Kind.REFUSED, "it answered 403"),
                    URI.create("https://images.exemple.fr/a.jpg"), new Doubt(Kind.REFUSED, "it answered 403"));
        };

        List<Finding> findings = new OnlineRules(probe).of(List.of(linked, linked));

        assertThat(asked)
                .containsExactlyInAnyOrder(
                        URI.create("https://journal.exemple.fr/a"),
                        URI.create("https://journal.exemple.fr/closed"),
                        URI.create("https://images.exemple.fr/a.jpg"));
        assertThat(findings).extracting(Finding::rule).contains("link-broken", "link-refused", "picture-broken");
        assertThat(findings)
                .filteredOn(finding -> finding.rule().equals("link-refused"))
                .allSatisfy(finding -> assertThat(finding.level()).isEqualTo(Level.INFO))
                .first()
                .extracting(finding -> finding.what().english())
                .isEqualTo("https://journal.exemple.fr/closed is refused: it answered 403");
    }

    /** {@link #good}, of which the newsletter itself says where it will be on the web. */
    private Specimen archivedAt(String address) {
        return Damage.of(Level.WARN, "", "head", "Archived-At:\\s+<[^>]*>", "Archived-At: <" + address + ">")
                .done(good);
    }

    @Test
    void aPictureThatIsLeftOutIsNamedWithItsArticleAndReason() {
        LinkedPicture lost = new LinkedPicture(URI.create("https://images.example.org/lost.jpg"), "", Optional.empty());
        LinkedPicture odd =
                new LinkedPicture(URI.create("https://images.example.org/odd.jpg"), "Un pré", Optional.empty());
        Article article = Sample.article(
                Locale.FRANCE,
                "un.txt",
                "Un titre",
                List.of(new Paragraph("Un paragraphe."), new Figure(lost, "Un pont"), new Figure(odd, "")),
                Optional.empty());
        Illustrations pictures = new Illustrations(Map.of(
                Illustrations.key(lost), new Illustrations.Shown(Optional.empty(), "404 Not Found"),
                Illustrations.key(odd), new Illustrations.Shown(Optional.of(odd), "it is very small")));
        Specimen specimen =
                Sample.specimen(Sample.edition(Locale.FRENCH, "digest", List.of(article)), pictures, folder);

        List<Finding> findings = new ArticlePictureRules().of(specimen);

        assertThat(findings)
                .extracting(finding -> finding.level() + " " + finding.rule())
                .contains("WARN picture-left-out", "INFO picture-odd", "INFO alt-empty-above-caption");
        assertThat(findings)
                .anyMatch(finding -> finding.what().english().contains("404 Not Found")
                        && finding.article().orElseThrow().name().equals("un.txt"));
    }

    @Test
    void logicOnTheReaderIsToldWithItsPlaceInTheTemplate() {
        Edition edition = good.making().orElseThrow().edition();
        Rendering rendering = good.making().orElseThrow().rendering();
        Variant first = rendering.first();
        Variant slow = new Variant(
                first.key(),
                first.subject(),
                first.html(),
                first.text(),
                first.inlines(),
                List.of("${reader.name?upper_case}, html.ftlh, line 12, column 4"));
        Specimen specimen = good.madeOf(new Making(edition, rendering, slow));

        assertThat(new LogicRules().of(good)).isEmpty();
        assertThat(new LogicRules().of(specimen)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("reader-logic");
            assertThat(finding.template()).hasToString("Optional[html.ftlh:12]");
        });
    }

    @Test
    void hostsOfExamplesAreNotedOnceEach() {
        assertThat(new LinkRules().of(good)).extracting(Finding::rule).containsOnly("link-to-an-example");
        assertThat(Hosts.isExample("journal.exemple.fr")).isFalse();
    }

    @Test
    void aFileWithTheLineEndsOfFilesIsLookedAtAllTheSame() {
        Specimen file =
                Specimen.ofFile("lettre.eml", good.raw().replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1));

        List<String> names = new MessageRules(Circumstances.UNKNOWN)
                .of(List.of(file)).stream()
                        .map(finding -> finding.level() + " " + finding.rule())
                        .toList();

        assertThat(names).contains("INFO line-ends-of-a-file").noneMatch(name -> name.startsWith("ERROR"));
        assertThat(file.html()).isPresent();
        assertThat(file.text()).isEqualTo(good.text());
        assertThat(file.subject()).isEqualTo(good.subject());
    }

    @Test
    void whatIsNoMessageIsFaultyAndBreaksNothing() {
        for (String nonsense : List.of(
                "",
                "\n\n",
                "pas un message",
                "Content-Type: multipart/alternative\r\n\r\n--x",
                "From: =?x?q?y",
                "\u0000\u00ff")) {
            Specimen specimen = Specimen.ofFile("x", nonsense.getBytes(StandardCharsets.ISO_8859_1));

            assertThat(new MessageRules(Circumstances.UNKNOWN).of(List.of(specimen)))
                    .isNotEmpty();
        }
    }

    @Test
    void canadaSetsItsSignsClose() {
        Article close = Sample.article(
                Locale.CANADA_FRENCH,
                "un.txt",
                "Vraiment? Oui!",
                List.of(new Paragraph("Est-ce vrai?")),
                Optional.empty());
        Specimen specimen = Sample.specimen(Sample.edition(Locale.CANADA_FRENCH, "digest", List.of(close)), folder);

        assertThat(new TypographyRules().of(specimen))
                .extracting(Finding::rule)
                .doesNotContain("typography-fr-missing-space");
    }

    private List<String> rules(Circumstances circumstances) {
        return new MessageRules(circumstances)
                .of(List.of(good)).stream()
                        .map(finding -> finding.level() + " " + finding.rule())
                        .toList();
    }

    @Test
    void typographyIsCountedByArticle() {
        Specimen specimen = Damage.of(
                        Level.INFO,
                        "typography-fr-apostrophe",
                        "html",
                        "</h2>",
                        "</h2><p>l'un, l'autre</p><p>d'ici</p>")
                .done(good);

        assertThat(new TypographyRules().of(specimen))
                .filteredOn(finding -> finding.rule().equals("typography-fr-apostrophe"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.what().english()).endsWith("«l'un» (3 times)"));
        assertThat(Set.copyOf(new TypographyRules().of(good))).isEmpty();
    }

    private static Finding finding(Level level, String rule, String what, String persona) {
        return new Finding(
                level,
                rule,
                Place.MESSAGE,
                Optional.empty(),
                Optional.empty(),
                Sentence.of(what),
                Sentence.of("b"),
                List.of(persona));
    }
}
