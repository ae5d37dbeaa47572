package gazette.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import gazette.article.SourceLanguage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden texts, damaged at random: nothing is thrown, and nothing is lost. A failure names its seed and keeps its file. */
final class FuzzTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int ROUNDS = 400;

    /** What newsrooms' files have been seen to hold in odd places. */
    private static final List<String> PIECES = List.of(
            "\n",
            "\r",
            "\r\n",
            "\n\n",
            "\u2028",
            "\u00A0",
            "\u202F",
            "\u200B",
            "\uFEFF",
            " ",
            "\t",
            "---\n",
            "\n---\n",
            ":",
            " : ",
            "Source : ",
            "Sources : A, ",
            "Par ",
            "By ",
            "1er ",
            "le 3 mars 2025",
            " à 9 h",
            "Publié le ",
            "2026-11-20",
            "title: ",
            "image: ../x.png\n",
            "topics: [a, b]\n",
            "[[[[{{{{",
            "- ",
            "— ",
            "« ",
            " »",
            "…",
            "? ",
            ". ",
            "-",
            "É",
            "e\u0301",
            "🦆",
            "\uFFFD",
            "0",
            "99999999999",
            "(",
            "|",
            "date: 3 mars 2025\n",
            "*x",
            "&x ",
            "!!y ",
            "# ",
            "## ",
            "> ",
            "* ",
            "1. ",
            "**",
            "`",
            "```\n",
            "    ",
            "![x](a.png)",
            "[a](b.md)",
            "<p>",
            "</p>",
            "<h1>",
            "<!--",
            "-->",
            "<pre>",
            "<img src=a.png>",
            "<article>",
            "<table>",
            "&nbsp;",
            "03/04/2025");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4_000, 50_000})
    void aDamagedTextIsReadOrRefusedAndNothingOfItIsLost(long seed) throws IOException {
        Random chance = new Random(seed);
        List<GoldenText> texts = GoldenText.all();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] octets = texts.get(chance.nextInt(texts.size())).octets();
            for (int damages = 1 + chance.nextInt(6); damages > 0; damages--) {
                octets = damaged(octets, texts, chance);
            }
            assertKept(octets, "seed " + seed + ", round " + round);
        }
    }

    @Test
    @Timeout(120) // seconds; it takes one on a quiet machine, and hours when anything here grows with the square
    void mountainsOfOneThingAreReadOrRefusedQuickly() throws IOException {
        assertKept(("---\ntitle: " + "[".repeat(500_000) + "\n---\nTexte.").getBytes(UTF_8), "brackets");
        assertKept(("---\n" + "- ".repeat(100_000) + "\n---\nTexte.").getBytes(UTF_8), "dashes");
        assertKept(("---\ntitle: " + "[".repeat(19_000) + "\n---\nTexte.").getBytes(UTF_8), "fewer brackets");
        assertKept("\n".repeat(5_000_000).getBytes(UTF_8), "line ends");
        assertKept("a\n".repeat(19_000).getBytes(UTF_8), "short lines");
        assertKept("mot ".repeat(200_000).getBytes(UTF_8), "one line");
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 21, 301, 4_001})
    void damagedMarkdownAndPagesAreReadOrRefusedAndEveryLineIsAccountedFor(long seed) throws IOException {
        Random chance = new Random(seed);
        List<GoldenText> texts = GoldenText.marked();
        for (int round = 0; round < ROUNDS; round++) {
            GoldenText text = texts.get(chance.nextInt(texts.size()));
            byte[] octets = text.octets();
            for (int damages = 1 + chance.nextInt(6); damages > 0; damages--) {
                octets = damaged(octets, texts, chance);
            }
            assertAccounted(octets, chance.nextBoolean() ? ".md" : ".html", "seed " + seed + ", round " + round);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                ">",
                "> ",
                "*",
                "*a ",
                "*a **b ",
                "_*",
                "- ",
                "1. ",
                "![",
                "[](",
                "[a](<b",
                "`",
                "<",
                "<a ",
                "<!--",
                "&",
                "&amp;",
                "\\",
                "]",
                "[a]: b\n",
                "[a][",
                "<b>",
                "<div>",
                "<table><tr><td>",
                "<!A ",
                "a **b",
                "|",
                "~",
                "<p",
                "<ul><li>",
                "</p>",
                "<a href=x>",
                "<svg>",
                "<![CDATA[",
                "<math><mi>",
                "<title>",
                "<h1>",
                "\t",
                "a\t"
            })
    @Timeout(60) // seconds; each takes two at most on a quiet machine
    void aMegabyteOfOneThingIsReadOrRefusedQuickly(String piece) throws IOException {
        String mountain = piece.repeat(990_000 / piece.length());

        assertAccounted(mountain.getBytes(UTF_8), ".html", "a mountain of " + piece);
        assertAccounted(mountain.getBytes(UTF_8), ".md", "a mountain of " + piece);
        assertAccounted(mountain.substring(0, 490_000).getBytes(UTF_8), ".md", "half a mountain of " + piece);
    }

    private void assertAccounted(byte[] octets, String ending, String name) throws IOException {
        Path file = Files.write(folder.resolve("texte" + ending), octets);
        try {
            Words.assertAccounted(octets, FolderReader.parse(file, PARIS, SourceLanguage.of(Locale.FRENCH)));
        } catch (RuntimeException | AssertionError | StackOverflowError failure) {
            Path kept = Files.write(Path.of("target", name.replaceAll("\\W+", "-") + ending), octets);
            throw new AssertionError(name + ", see " + kept, failure);
        }
    }

    private void assertKept(byte[] octets, String name) throws IOException {
        Path file = Files.write(folder.resolve("texte.txt"), octets);
        try {
            Words.assertKept(octets, FolderReader.parse(file, PARIS, SourceLanguage.of(Locale.FRENCH)));
        } catch (RuntimeException | AssertionError | StackOverflowError failure) {
            Path kept = Files.write(Path.of("target", name.replaceAll("\\W+", "-") + ".txt"), octets);
            throw new AssertionError(name + ", see " + kept, failure);
        }
    }

    private static byte[] damaged(byte[] octets, List<GoldenText> texts, Random chance) {
        int from = chance.nextInt(octets.length + 1);
        int to = Math.min(octets.length, from + chance.nextInt(40));
        return switch (chance.nextInt(6)) {
            case 0 -> joined(octets, from, new byte[0], to);
            case 1 -> joined(octets, from, new byte[] {(byte) chance.nextInt(256)}, to);
            case 2 ->
                joined(
                        octets,
                        from,
                        slice(texts.get(chance.nextInt(texts.size())).octets(), chance),
                        from);
            case 3 -> joined(octets, from, slice(octets, chance), to);
            default ->
                joined(octets, from, PIECES.get(chance.nextInt(PIECES.size())).getBytes(UTF_8), from);
        };
    }

    private static byte[] slice(byte[] octets, Random chance) {
        int from = chance.nextInt(octets.length + 1);
        byte[] slice = new byte[Math.min(octets.length - from, chance.nextInt(200))];
        System.arraycopy(octets, from, slice, 0, slice.length);
        return slice;
    }

    private static byte[] joined(byte[] octets, int from, byte[] middle, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(octets, 0, from);
        out.writeBytes(middle);
        out.write(octets, to, octets.length - to);
        return out.toByteArray();
    }
}
