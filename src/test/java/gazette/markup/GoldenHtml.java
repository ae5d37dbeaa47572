package gazette.markup;

import static java.nio.charset.StandardCharsets.UTF_8;

import gazette.article.Block;
import gazette.article.Figure;
import gazette.article.Intertitle;
import gazette.article.ItemList;
import gazette.article.LinkedPicture;
import gazette.article.Paragraph;
import gazette.article.Preformatted;
import gazette.article.Prose;
import gazette.article.Quotation;
import gazette.article.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file of HTML, and the blocks expected of it beside it, in a notation of marks: {@code ¶ un *mot* [lien](adresse)}. */
record GoldenHtml(Path file) {
    static final URI PAGE = URI.create("https://journal.example.org/2026/page.html");
    private static final Path FOLDER = Path.of("src/test/resources/gazette/markup");

    static List<GoldenHtml> in(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .map(GoldenHtml::new)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String html() {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    List<Block> blocks() {
        return Markup.blocks(html(), PAGE);
    }

    String account() {
        return blocks().stream().map(GoldenHtml::block).collect(Collectors.joining("\n", "", "\n"));
    }

    String expected() throws IOException {
        Path expected = expectedFile();
        return Files.exists(expected) ? Files.readString(expected, UTF_8) : "";
    }

    void expect(String account) throws IOException {
        Files.writeString(expectedFile(), account, UTF_8);
    }

    @Override
    public String toString() {
        return String.valueOf(file.getFileName());
    }

    private Path expectedFile() {
        return file.resolveSibling(toString().replace(".html", ".expected"));
    }

    private static String block(Block block) {
        if (block instanceof Paragraph paragraph) {
            return "¶ " + prose(paragraph.prose());
        }
        if (block instanceof Intertitle intertitle) {
            return "## " + intertitle.text();
        }
        if (block instanceof ItemList list) {
            String mark = list.marker() == ItemList.Marker.BULLET ? "- " : "1. ";
            return list.items().stream()
                    .map(item -> "    ".repeat(item.depth()) + mark + prose(item.prose()))
                    .collect(Collectors.joining("\n"));
        }
        if (block instanceof Quotation quotation) {
            return quotation.paragraphs().stream()
                    .map(prose -> "> " + prose(prose))
                    .collect(Collectors.joining("\n"));
        }
        return block instanceof Figure figure ? figure(figure) : "```\n" + ((Preformatted) block).text() + "\n```";
    }

    private static String figure(Figure figure) {
        LinkedPicture picture = (LinkedPicture) figure.picture();
        return "! " + picture.address()
                + picture.size()
                        .map(size -> " " + size.width() + "×" + size.height())
                        .orElse("")
                + " [" + picture.alt() + "] " + figure.caption();
    }

    private static String prose(Prose prose) {
        return prose.spans().stream().map(GoldenHtml::span).collect(Collectors.joining());
    }

    private static String span(Span span) {
        String mark = switch (span.look()) {
            case PLAIN -> "";
            case EMPHASIS -> "*";
            case STRONG -> "**";
            case CODE -> "`";
        };
        String words = mark + span.words().replace("\u00A0", "␣").replace("\u202F", "⸱") + mark;
        return span.link().map(link -> "[" + words + "](" + link + ")").orElse(words);
    }
}
