package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.edition.Edition;
import gazette.edition.Inline;
import gazette.edition.Masthead;
import gazette.edition.Variant;
import gazette.mail.Mailbox;
import gazette.render.Renderer;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Tokens;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PressTest {
    static final List<String> FIELDS = List.of(
            "From",
            "To",
            "Reply-To",
            "Subject",
            "Date",
            "Message-ID",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "Precedence",
            "Auto-Submitted",
            "Feedback-ID",
            "Content-Language",
            "MIME-Version",
            "Content-Type");

    @TempDir
    private Path folder;

    private Press press;

    @BeforeEach
    void openThePress() {
        press = new Press(Tokens.open(folder.resolve("secret.key")), new Renderer(folder));
    }

    @Test
    void theHeadersAreThoseOfAGoodNewsletterAndNoOthers() throws MessagingException {
        MimeMessage message = letter(Sample.variant(), Sample.reader(12)).message();

        assertThat(names(message)).containsExactlyElementsOf(FIELDS);
        assertThat(message.getHeader("Date", null)).isEqualTo("Sun, 22 Nov 2026 07:00:00 +0100");
        assertThat(message.getSubject()).isEqualTo(Sample.variant().subject());
        assertThat(message.getHeader("Message-ID", null)).matches("<[0-9a-f]{40}@example\\.org>");
        assertThat(message.getHeader("List-Id", null)).endsWith("<la-gazette.example.org>");
        assertThat(message.getHeader("List-Unsubscribe", null))
                .startsWith("<https://lettre.example.org/unsubscribe/")
                .endsWith(">");
        assertThat(message.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(message.getHeader("Feedback-ID", null)).isEqualTo("7:la-gazette:daily:example.org");
        assertThat(message.getHeader("Content-Language", null)).isEqualTo("fr");
        InternetAddress to = (InternetAddress) message.getRecipients(Message.RecipientType.TO)[0];
        assertThat(to.getPersonal()).isEqualTo("Zoé <du> \"Café\"");
        assertThat(to.getAddress()).isEqualTo("reader-12@example.org");
    }

    /** Every month, and every day of the week. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thu, 1 Jan 2026 07:00:00 +0100",
                "Fri, 20 Feb 2026 23:59:59 +0100",
                "Sat, 14 Mar 2026 07:00:00 +0100",
                "Sun, 5 Apr 2026 07:00:00 +0200",
                "Mon, 4 May 2026 07:00:00 +0200",
                "Tue, 30 Jun 2026 07:00:00 +0200",
                "Wed, 1 Jul 2026 07:00:00 +0200",
                "Thu, 6 Aug 2026 00:00:00 +0200",
                "Fri, 4 Sep 2026 07:00:00 +0200",
                "Sat, 31 Oct 2026 07:00:00 +0100",
                "Sun, 22 Nov 2026 07:00:00 +0100",
                "Mon, 28 Dec 2026 07:00:00 +0100"
            })
    void theDateIsWrittenAsTheStandardHasIt(String date) throws MessagingException {
        Instant composedAt =
                OffsetDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        Edition edition = Sample.edition(Sample.masthead("https://lettre.example.org"), composedAt);

        MimeMessage message = letter(made(press, edition, Sample.variant(), Sample.reader(12), ""))
                .message();

        assertThat(message.getHeader("Date", null)).isEqualTo(date);
    }

    @Test
    void theTextComesFirstAndTheHtmlBringsItsPictures() throws MessagingException, IOException {
        MimeMultipart alternative = (MimeMultipart)
                letter(Sample.variant(), Sample.reader(12)).message().getContent();

        BodyPart text = alternative.getBodyPart(0);
        MimeMultipart related = (MimeMultipart) alternative.getBodyPart(1).getContent();
        MimeBodyPart picture = (MimeBodyPart) related.getBodyPart(1);
        assertThat(alternative.getContentType()).startsWith("multipart/alternative");
        assertThat(alternative.getCount()).isEqualTo(2);
        assertThat(text.isMimeType("text/plain")).isTrue();
        assertThat(lines(text))
                .startsWith("Bonjour Zoé <du> \"Café\",\n\n.un point")
                .contains("ville : Évry & Cie\n");
        assertThat(related.getBodyPart(0).isMimeType("text/html")).isTrue();
        assertThat(lines(related.getBodyPart(0)))
                .startsWith("<p>Bonjour Zoé &lt;du&gt; &quot;Café&quot; &lt;reader-12@example.org&gt;</p>");
        assertThat(picture.getContentID()).isEqualTo("<une@example.org>");
        assertThat(picture.getDisposition()).isEqualTo("inline");
        assertThat(picture.getFileName()).isEqualTo("une.png");
        assertThat(picture.getInputStream().readAllBytes())
                .isEqualTo(Sample.variant().inlines().get(0).picture().octets());
    }

    @Test
    void withoutPicturesTheHtmlStandsAlone() throws MessagingException, IOException {
        Variant plain = new Variant(Sample.KEY, "x", Optional.of("<p>é</p>"), "é\n", List.of(), List.of());

        MimeMultipart alternative =
                (MimeMultipart) letter(plain, Sample.reader(1)).message().getContent();

        assertThat(alternative.getBodyPart(1).isMimeType("text/html")).isTrue();
        assertThat(alternative.getCount()).isEqualTo(2);
    }

    @Test
    void aVariantWithoutHtmlIsThePlainTextAlone() throws MessagingException, IOException {
        Variant plain = new Variant(Sample.KEY, "x", Optional.empty(), "été\n", List.of(), List.of());

        MimeMessage message = letter(plain, Sample.reader(1)).message();

        assertThat(message.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(message.getEncoding()).isEqualTo("quoted-printable");
        assertThat(message.getContent()).isEqualTo("été\r\n");
    }

    @Test
    void anEncodedLineIsBrokenSoftlyBeforeAndAfterAFieldSoThatNoValueMakesItTooLong() {
        String field = Sample.field("name");
        String text = "Bonjour " + field + ", et " + field + "\n" + field + "\n";
        Variant variant = new Variant(Sample.KEY, "x", Optional.of(text), "x\n", List.of(), List.of());

        assertThat(html(variant, Sample.reader(1, "r@example.org", "Zoé")))
                .isEqualTo("Bonjour =\r\nZo=C3=A9=\r\n, et =\r\nZo=C3=A9\r\nZo=C3=A9\r\n");
        assertThat(html(variant, Sample.reader(1, "r@example.org", ".")))
                .isEqualTo("Bonjour =\r\n=2E=\r\n, et =\r\n=2E\r\n=2E\r\n");
        assertThat(html(variant, Sample.reader(1, "r@example.org", ""))).isEqualTo("Bonjour =\r\n, et =\r\n\r\n\r\n");
    }

    @Test
    void aValueIsWordsInHtmlAndPercentEncodedInAnAddress() {
        String html = Sample.inHtml("name") + "?" + Sample.inAddress("name") + "\n";
        Variant variant = new Variant(Sample.KEY, "x", Optional.of(html), "x\n", List.of(), List.of());

        assertThat(html(variant, Sample.reader(1, "r@example.org", "<é &\">")))
                .isEqualTo("&lt;=C3=A9 &amp;&quot;&gt;=\r\n?=\r\n%3C%C3%A9%20%26%22%3E\r\n");
    }

    @Test
    void aPictureIsEncodedOnceHoweverManyShowIt() {
        InlineParts pictures = new InlineParts();
        Inline inline = Sample.variant().inlines().get(0);

        assertThat(pictures.of(inline)).isSameAs(pictures.of(inline));
        assertThat(pictures.octets()).isEqualTo(pictures.of(inline).length);
    }

    @Test
    void theHeaviestMessageIsThatOfTheReaderWithTheLongestValues() {
        Variant small = Sample.variant("x", Sample.inHtml("ville") + Sample.inHtml("ville"), "x\n");
        Subscriber reader = withCity("&".repeat(100));
        CompiledEdition compiled = press.compile(Sample.edition(), Sample.rendering(small));
        int least = compiled.largest(Map.of()).html();

        Weight heaviest = compiled.largest(
                Map.of("name", reader.name(), "address", reader.address().toString(), "ville", "&".repeat(100)));

        int spent = letter(compiled.letter(reader, "")).octets().length;
        assertThat(least).isZero();
        assertThat(heaviest.html()).isEqualTo(html(small, reader).length());
        assertThat(heaviest.message()).isBetween(spent, spent + 20);
    }

    @Test
    void anotherAttemptOnAnotherMachineIsTheSameOctets() {
        byte[] first = letter(Sample.variant(), Sample.reader(12)).octets();
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();

        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            Press other = new Press(Tokens.open(folder.resolve("secret.key")), new Renderer(folder));
            Made again = made(other, Sample.edition(), Sample.variant(), Sample.reader(12), "");

            assertThat(((Letter) again).octets()).isEqualTo(first);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void theIdentifierTellsReadersEditionsAndTestsApart() throws MessagingException {
        Edition later = Sample.edition(Sample.masthead("https://x.example.org"), Sample.COMPOSED.plusSeconds(1));

        List<String> ids = List.of(
                id(made(press, Sample.edition(), Sample.variant(), Sample.reader(1), "")),
                id(made(press, Sample.edition(), Sample.variant(), Sample.reader(2), "")),
                id(made(press, Sample.edition(), Sample.variant(), Sample.reader(1), "[TEST] ")),
                id(made(press, later, Sample.variant(), Sample.reader(1), "")));

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(id(made(press, Sample.edition(), Sample.variant(), Sample.reader(1, "new@example.org", "x"), "")))
                .isEqualTo(ids.get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "https://lettre.example.org, true",
        "http://127.0.0.1:8025, true",
        "http://localhost:8025, true",
        "http://lettre.example.org, false"
    })
    void oneClickIsOfferedOnlyWhereItIsSafe(String web, boolean offered) throws MessagingException {
        Edition edition = Sample.edition(Sample.masthead(web), Sample.COMPOSED);

        MimeMessage message = letter(made(press, edition, Sample.variant(), Sample.reader(1), ""))
                .message();

        assertThat(names(message).contains("List-Unsubscribe")).isEqualTo(offered);
        assertThat(names(message).contains("List-Unsubscribe-Post")).isEqualTo(offered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n", "\0", "\u0085", "\u2028", "\u2029", "\u560D\u560A", "\u0001", "\uDC00"})
    void nothingThatAReaderOrATitleHoldsMakesAnotherHeader(String control) throws MessagingException {
        String evil = "x" + control + "Bcc: y@example.org" + control + control + "body";
        Variant title = Sample.variant(evil, "<p></p>", "");
        Variant field = Sample.variant("Bonjour " + Sample.field("ville"), "<p></p>", "");
        Subscriber city = withCity(evil);

        assertRefused(made(press, Sample.edition(), Sample.variant(), Sample.reader(3, "a@example.org", evil), ""));
        assertRefused(made(press, Sample.edition(), title, Sample.reader(3), ""));
        assertRefused(made(press, Sample.edition(), Sample.variant(), Sample.reader(3), evil));
        assertOrdinaryUnless(control.equals("\uDC00"), made(press, Sample.edition(), Sample.variant(), city, ""));
        assertOrdinaryUnless(
                control.equals("\uDC00") || control.equals("\u560D\u560A"),
                made(press, Sample.edition(), field, city, ""));
    }

    @Test
    void noLineIsLongerThanItMayAndEveryLineEndsInCrLf() {
        Random chance = new Random(17);
        for (int round = 0; round < 60; round++) {
            Variant variant = Sample.variant(words(chance, 1), words(chance, 60), words(chance, 60));

            String octets = new String(
                    letter(variant, Sample.reader(round, "r@example.org", words(chance, 1)))
                            .octets(),
                    StandardCharsets.ISO_8859_1);

            assertThat(octets.replace("\r\n", "")).doesNotContain("\r", "\n");
            int body = octets.indexOf("\r\n\r\n");
            assertThat(octets.substring(0, body).split("\r\n"))
                    .allSatisfy(l -> assertThat(l.length()).isLessThanOrEqualTo(l.contains("unsubscribe") ? 998 : 78));
            assertThat(octets.substring(body).split("\r\n"))
                    .allSatisfy(l -> assertThat(l.length()).isLessThanOrEqualTo(76));
            assertThat(octets.chars()).allMatch(c -> c < 127);
        }
    }

    @Test
    void anAddressBeyondAsciiNeedsSmtpUtf8AndStandsInTheHeaderAsItIs() throws MessagingException {
        Letter letter =
                letter(made(press, Sample.edition(), Sample.variant(), Sample.reader(4, "zoé@example.org", "Zoé"), ""));

        assertThat(letter.needsSmtpUtf8()).isTrue();
        assertThat(new String(letter.octets(), StandardCharsets.UTF_8)).contains("<zoé@example.org>");
        assertThat(letter(Sample.variant(), Sample.reader(1)).needsSmtpUtf8()).isFalse();
    }

    @Test
    void fileNamesBeyondAsciiAreWrittenAsParametersCanBe() throws MessagingException {
        Headers headers =
                new Headers().tokens("Content-Disposition", "inline;", InlineParts.filename("été à Évry.jpg"));

        MimeBodyPart part = new MimeBodyPart(new ByteArrayInputStream(headers.octets()));

        assertThat(part.getFileName()).isEqualTo("été à Évry.jpg");
    }

    @Test
    void aSenderWithoutReplyToHasNone() throws MessagingException {
        Masthead full = Sample.masthead("https://lettre.example.org");
        Masthead bare = new Masthead(
                full.newsletter(),
                full.name(),
                new Mailbox("", full.from().address()),
                Optional.empty(),
                full.language(),
                full.zone(),
                full.postalAddress(),
                full.web());

        MimeMessage message = letter(
                        made(press, Sample.edition(bare, Sample.COMPOSED), Sample.variant(), Sample.reader(1), ""))
                .message();

        assertThat(names(message)).doesNotContain("Reply-To");
        assertThat(message.getHeader("From", null)).isEqualTo("lettre@example.org");
    }

    private static Subscriber withCity(String city) {
        Subscriber reader = Sample.reader(3);
        return new Subscriber(
                3, reader.address(), reader.name(), reader.language(), reader.since(), Map.of("ville", city));
    }

    /** A value is made one line, so that it harms nobody; what no line can hold is refused. */
    private static void assertOrdinaryUnless(boolean refused, Made made) throws MessagingException {
        if (refused) {
            assertRefused(made);
        } else {
            assertThat(names(letter(made).message())).containsExactlyElementsOf(FIELDS);
        }
    }

    private static void assertRefused(Made made) {
        assertThat(made).isInstanceOf(Made.Refused.class);
        Outcome.Unsendable why = ((Made.Refused) made).why();
        assertThat(why.reason()).isEqualTo(SuppressionReason.CANNOT_BE_RENDERED);
        assertThat(why.words()).doesNotContain("Bcc");
    }

    private Letter letter(Variant variant, Subscriber reader) {
        return letter(made(press, Sample.edition(), variant, reader, ""));
    }

    /** The encoded HTML part of a letter without pictures. */
    private String html(Variant variant, Subscriber reader) {
        String octets = new String(letter(variant, reader).octets(), StandardCharsets.US_ASCII);
        int from = octets.indexOf("\r\n\r\n", octets.indexOf("text/html")) + 4;
        return octets.substring(from, octets.indexOf("\r\n--=_", from));
    }

    private static Made made(Press press, Edition edition, Variant variant, Subscriber reader, String prefix) {
        return press.compile(edition, Sample.rendering(variant)).letter(reader, prefix);
    }

    private static Letter letter(Made made) {
        assertThat(made).isInstanceOf(Letter.class);
        return (Letter) made;
    }

    private static String id(Made made) throws MessagingException {
        return letter(made).message().getMessageID();
    }

    private static List<String> names(MimeMessage message) throws MessagingException {
        return Collections.list(message.getAllHeaders()).stream()
                .map(Header::getName)
                .toList();
    }

    private static String lines(BodyPart part) throws MessagingException, IOException {
        return ((String) part.getContent()).replace("\r\n", "\n");
    }

    private static String words(Random chance, int lines) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < lines; line++) {
            text.append(line == 0 ? "" : "\n");
            for (int i = 0; i < chance.nextInt(60); i++) {
                text.append(List.of("mot", "é", " ", ".", "From ", "🌞", "=", "«\u202F", "x".repeat(90), "?")
                        .get(chance.nextInt(10)));
            }
        }
        return text.toString();
    }
}
