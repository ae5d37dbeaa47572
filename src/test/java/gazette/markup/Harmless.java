package gazette.markup;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Block;
import gazette.article.Figure;
import gazette.article.ItemList;
import gazette.article.LinkedPicture;
import gazette.article.Paragraph;
import gazette.article.Preformatted;
import gazette.article.Prose;
import gazette.article.Quotation;
import gazette.article.Span;
import java.net.URI;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** The promise that every reading of HTML must keep: nothing in it can do harm, however simply it is shown. */
final class Harmless {
    private static final Set<String> TAGS = Set.of("p", "a", "img", "pre");
    private static final Set<String> ATTRIBUTES = Set.of("href", "src", "alt");

    private Harmless() {}

    /** Asserts it of {@code blocks}, on their own and shown as a page that does nothing but escape. */
    static void assertHarmless(List<Block> blocks) {
        Stream.concat(
                        spans(blocks).flatMap(span -> span.link().stream()),
                        pictures(blocks).map(LinkedPicture::address))
                .forEach(Harmless::assertAllowed);
        assertThat(pictures(blocks).map(LinkedPicture::address)).allMatch(Links::isWeb);
        blocks.forEach(block -> assertClean(block.text()));
        assertThat(blocks)
                .noneMatch(block -> !(block instanceof Figure) && block.text().isBlank());
        spans(blocks).forEach(span -> assertThat(span.words()).doesNotContain("\n", "\t", "\r"));
        Element page = Jsoup.parseBodyFragment(page(blocks)).body();
        for (Element element : page.select("body *")) {
            assertThat(element.normalName()).isIn(TAGS);
            assertThat(element.attributes().asList().stream().map(Attribute::getKey))
                    .isSubsetOf(ATTRIBUTES);
        }
    }

    private static void assertAllowed(URI address) {
        assertThat(address.getScheme()).as(address.toString()).isIn("http", "https", "mailto");
        assertThat(address.isAbsolute()).isTrue();
        assertThat(address.toString()).matches("[!-~]+").doesNotContain("\"", "<", ">");
    }

    private static void assertClean(String text) {
        assertThat(text.codePoints())
                .noneMatch(c -> (c < ' ' && c != '\n' && c != '\t')
                        || (c >= 0x7F && c < 0xA0)
                        || (c >= 0x202A && c <= 0x202E)
                        || (c >= 0x2066 && c <= 0x2069)
                        || (c >= 0xD800 && c <= 0xDFFF)
                        || c == 0x200B
                        || c == 0xFEFF);
    }

    /** As one shows them who knows nothing but how to escape. */
    private static String page(List<Block> blocks) {
        String words = spans(blocks)
                .map(span -> "<p>"
                        + span.link()
                                .map(link -> "<a href=\"" + escaped(link.toString()) + "\">")
                                .orElse("")
                        + escaped(span.words()) + "</p>")
                .collect(Collectors.joining());
        String shown = pictures(blocks)
                .map(picture -> "<img src=\"" + escaped(picture.address().toString()) + "\" alt=\""
                        + escaped(picture.alt()) + "\">")
                .collect(Collectors.joining());
        String all = blocks.stream()
                .map(block -> "<pre>" + escaped(block.text()) + "</pre>")
                .collect(Collectors.joining());
        return words + shown + all;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    static Stream<Span> spans(List<Block> blocks) {
        return blocks.stream().flatMap(Harmless::proses).flatMap(prose -> prose.spans().stream());
    }

    private static Stream<Prose> proses(Block block) {
        if (block instanceof Paragraph paragraph) {
            return Stream.of(paragraph.prose());
        }
        if (block instanceof ItemList list) {
            return list.items().stream().map(ItemList.Item::prose);
        }
        return block instanceof Quotation quotation ? quotation.paragraphs().stream() : Stream.empty();
    }

    private static Stream<LinkedPicture> pictures(List<Block> blocks) {
        return blocks.stream().filter(Figure.class::isInstance).map(block ->
                (LinkedPicture) ((Figure) block).picture());
    }

    /** Whether each stretch of words is composed as far as it goes. */
    static boolean isComposed(List<Block> blocks) {
        return spans(blocks).allMatch(span -> Normalizer.isNormalized(span.words(), Normalizer.Form.NFC))
                && blocks.stream()
                        .filter(Preformatted.class::isInstance)
                        .allMatch(block -> Normalizer.isNormalized(block.text(), Normalizer.Form.NFC));
    }
}
