package gazette.markup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The folders of HTML, damaged and mixed at random: never thrown at, never harmful. A failure names its seed. */
final class MarkupFuzzTest {
    private static final int ROUNDS = 400;

    /** In characters, of a file that is damaged; the others are there for their size. */
    private static final int LONGEST = 8_000;

    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "\"",
            "'",
            "&",
            "</",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<a href=",
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<svg>",
            "</svg>",
            "<math>",
            "<style>",
            "</style>",
            "<script>",
            "<template>",
            "<select>",
            "<noscript>",
            "<ul>",
            "<ol start=3>",
            "<li>",
            "</ul>",
            "<blockquote>",
            "<figure>",
            "<figcaption>",
            "</figure>",
            "<pre>",
            "<br>",
            "<br><br>",
            "javascript:",
            "data:",
            "&#",
            "&colon;",
            "\0",
            "\u00A0",
            "\u202E",
            "\uD800",
            "e\u0301",
            "\u200B",
            "\n",
            " onerror=x ",
            " srcset=\"a 2x, ",
            " class=wp-caption ",
            "<iframe src=https://x.example.org>",
            "</iframe>",
            "<form>",
            "</form>",
            "<textarea>",
            "<title>",
            "<q>",
            "<sup>");

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4_000, 50_000})
    void damagedHtmlIsReadAndHarmless(long seed) throws IOException {
        Random chance = new Random(seed);
        List<String> seeds = Stream.of("usual", "hostile")
                .flatMap(folder -> GoldenHtml.in(folder).stream())
                .map(GoldenHtml::html)
                .filter(html -> html.length() < LONGEST)
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder html = new StringBuilder(seeds.get(chance.nextInt(seeds.size())));
            for (int damages = 1 + chance.nextInt(8); damages > 0; damages--) {
                damage(html, seeds, chance);
            }
            assertHarmless(html.toString(), "seed " + seed + ", round " + round);
        }
    }

    @Test
    @Timeout(value = 120) // seconds; a few on a quiet machine, and hours when anything here grows with the square
    void mountainsOfOneThingAreReadQuickly() throws IOException {
        for (String piece : PIECES) {
            assertHarmless(piece.repeat(20_000), "a mountain of " + piece);
        }
        for (String piece : List.of(
                "<b x=1><p>",
                "<a href=/x><div>",
                "<ol><li>",
                "<figure><figure>",
                "<li><p>x</p>",
                "<td>x",
                "\u0301\u0316",
                "<b>x</b>y",
                "<p>x<br><br>",
                "<ul><li>x</ul>",
                "<svg><p>",
                "<table><td>",
                "<i><table>x",
                "&nbsp; ",
                "<picture><source><img>")) {
            assertHarmless("<p>x" + piece.repeat(50_000), "a range of " + piece);
        }
        assertHarmless("<a href='" + "/".repeat(3_000_000) + "'>x", "slashes");
        assertHarmless("<img srcset='" + "a 1w,".repeat(500_000) + "'>", "a long srcset");
        assertHarmless("<p style='" + "a:b;".repeat(500_000) + "'>x", "a long style");
        assertHarmless("a".repeat(6_000_000), "one word");
    }

    private static void damage(StringBuilder html, List<String> seeds, Random chance) {
        int from = chance.nextInt(html.length() + 1);
        int to = Math.min(html.length(), from + chance.nextInt(30));
        switch (chance.nextInt(5)) {
            case 0 -> html.delete(from, to);
            case 1 -> html.insert(from, (char) chance.nextInt(0x3000));
            case 2 -> {
                String other = seeds.get(chance.nextInt(seeds.size()));
                int cut = chance.nextInt(other.length() + 1);
                html.insert(from, other, cut, Math.min(other.length(), cut + chance.nextInt(200)));
            }
            default -> html.insert(from, PIECES.get(chance.nextInt(PIECES.size())));
        }
    }

    private static void assertHarmless(String html, String name) throws IOException {
        long start = System.nanoTime();
        try {
            Harmless.assertHarmless(Markup.blocks(html, GoldenHtml.PAGE));
            Markup.words(html);
        } catch (RuntimeException | AssertionError | StackOverflowError failure) {
            Path kept = Files.writeString(Path.of("target", name.replaceAll("\\W+", "-") + ".html"), html, UTF_8);
            throw new AssertionError(name + ", see " + kept, failure);
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        if (seconds > 20) { // generous, for machines that do much else
            throw new AssertionError(name + " took " + seconds + " s");
        }
    }
}
