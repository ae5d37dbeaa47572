package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages in frames. Run with {@code -Dgolden=write} to rewrite what is expected. */
final class MailFrameTest {
    private static final Path FOLDER = Path.of("src/test/resources/gazette/studio/frames");

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void aMessageLooksAsMailProgramsShowIt(Path message) throws IOException {
        String html = Files.readString(message, StandardCharsets.UTF_8);
        StringBuilder account = new StringBuilder();
        for (Appearance look : Appearance.values()) {
            account.append("== ").append(look).append(" ==\n");
            account.append(frame(html, look, PicturesShown.OWN).html()).append('\n');
        }
        for (PicturesShown pictures : List.of(PicturesShown.ALL, PicturesShown.OFF)) {
            account.append("== pictures ").append(pictures).append(" ==\n");
            account.append(frame(html, Appearance.LIGHT, pictures).html()).append('\n');
        }

        Path expected = message.resolveSibling(message.getFileName().toString().replace(".html", ".expected"));
        if (System.getProperty("golden", "").equals("write")) {
            Files.writeString(expected, account, StandardCharsets.UTF_8);
        }

        assertThat(account).hasToString(Files.readString(expected, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource(Appearance.class)
    void aHostileMessageKeepsNothingThatRunsLoadsOrLeads(Appearance look) throws IOException {
        String html = Files.readString(FOLDER.resolve("03-hostile.html"), StandardCharsets.UTF_8);

        String frame = frame(html, look, PicturesShown.OWN).html();

        Document shown = Jsoup.parse(frame);
        assertThat(shown.select(
                        "script, iframe, object, embed, svg, math, form, base, link, template, meta[http-equiv]"))
                .isEmpty();
        assertThat(shown.getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .map(Attribute::getKey)
                        .filter(name -> name.startsWith("on") || name.equals("srcset") || name.equals("autofocus")))
                .isEmpty();
        assertThat(frame.replace("//evil.example/x\" target=\"_blank\"", "")).doesNotContain("evil.example");
        assertThat(frame.toLowerCase(Locale.ROOT)).doesNotContain("javascript:", "data:text");
        assertThat(shown.text()).contains("Relative", "Style", "Vidéo", "Sans script");
    }

    @Test
    void picturesFromElsewhereAreLoadedOnlyWhenAskedFor() {
        String html =
                "<img src='https://pictures.example/a.png' alt='A'><p style='background:url(//pictures.example/b.png)'>";

        MailFrame own = frame(html, Appearance.LIGHT, PicturesShown.OWN);
        MailFrame all = frame(html, Appearance.LIGHT, PicturesShown.ALL);
        MailFrame off = frame(html, Appearance.LIGHT, PicturesShown.OFF);

        assertThat(List.of(own, all, off)).extracting(MailFrame::remote).containsOnly(2);
        assertThat(own.html()).doesNotContain("pictures.example").contains("alt=\"A\"");
        assertThat(all.html()).contains("src=\"https://pictures.example/a.png\"", "//pictures.example/b.png");
        assertThat(off.html()).doesNotContain("pictures.example");
    }

    @Test
    void picturesThatAreOffLeaveTheirWords() {
        MailFrame off = frame("<img src='cid:a@x' alt='Un verger' width=600>", Appearance.LIGHT, PicturesShown.OFF);

        Element picture = Jsoup.parse(off.html()).select("img").get(0);
        assertThat(picture.hasAttr("src")).isFalse();
        assertThat(picture.attr("alt")).isEqualTo("Un verger");
        assertThat(picture.attr("width")).isEqualTo("600");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@media (prefers-color-scheme:dark)",
                "@media screen and (prefers-color-scheme : dark)",
                "@media (prefers-color-scheme:/**/dark), (max-width: 0px)",
                "@MEDIA (Prefers-Color-Scheme: Dark)"
            })
    void rulesForDarkScreensApplyByNightAndNeverByDay(String condition) {
        String html = "<style>" + condition + "{p{color:red}}</style><p>Texte";

        assertThat(frame(html, Appearance.DARK, PicturesShown.OWN).html())
                .contains("(min-width: 0px)")
                .doesNotContainIgnoringCase("prefers-color-scheme");
        for (Appearance look : List.of(Appearance.LIGHT, Appearance.INVERTED)) {
            assertThat(frame(html, look, PicturesShown.OWN).html())
                    .doesNotContain("(min-width: 0px)")
                    .doesNotContainIgnoringCase("prefers-color-scheme");
        }
    }

    @Test
    void withoutStylesOnlyWhatElementsSayThemselvesCounts() {
        String frame = frame(
                        "<style>p{color:red}</style><p style='color:green'>Texte", Appearance.BARE, PicturesShown.OWN)
                .html();

        assertThat(frame).contains("color:green").doesNotContain("color:red");
    }

    /** The heaviest that a message may be is still drawn at once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\",
                "(",
                "url(",
                "/*",
                "@import",
                "{color-scheme:",
                "(prefers-color-scheme",
                "'\\a",
                "color:",
                "border:rgb(",
                "a.b%"
            })
    void stylesOfAnyMakeTakeTimeInProportion(String piece) {
        String css = piece.repeat(300_000 / piece.length());

        MailStyles styles = new MailStyles(Appearance.INVERTED, address -> address);

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> styles.rewritten(css));
    }

    private static MailFrame frame(String html, Appearance look, PicturesShown pictures) {
        return MailFrame.of(html, cid -> Optional.of("/parts/" + cid), look, pictures);
    }

    static List<Path> messages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList());
        }
    }
}
