package gazette.text;

import gazette.article.Block;
import gazette.article.ItemList;
import gazette.article.ItemList.Item;
import gazette.article.Paragraph;
import gazette.article.Prose;
import gazette.article.Quotation;
import gazette.article.Span;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Addresses of what lies beside a text file, before anybody has looked for it. */
final class Beside {
    /** No host on the web has such a name. */
    private static final String HOST = "beside.invalid";

    private static final String FOLDER = "/folder/";

    /** What relative addresses in a text file are relative to. */
    static final URI BASE = URI.create("https://" + HOST + FOLDER);

    private Beside() {}

    /** The file that {@code address} names, as its text does; empty for an address on the web. */
    static Optional<String> file(URI address) {
        return isBeside(address) ? Optional.of(below(address.getPath())) : Optional.empty();
    }

    /**
     * {@code blocks} without links to what lies beside the file, which readers do not have.
     *
     * @param page where the article is on the web: relative links then lead from there
     */
    static List<Block> linked(List<Block> blocks, Optional<URI> page) {
        return blocks.stream().map(block -> linked(block, page)).toList();
    }

    private static Block linked(Block block, Optional<URI> page) {
        if (block instanceof Paragraph paragraph) {
            return new Paragraph(linked(paragraph.prose(), page));
        }
        if (block instanceof ItemList list) {
            return new ItemList(
                    list.marker(),
                    list.items().stream()
                            .map(item -> new Item(item.depth(), linked(item.prose(), page)))
                            .toList());
        }
        if (block instanceof Quotation quotation) {
            return new Quotation(quotation.paragraphs().stream()
                    .map(prose -> linked(prose, page))
                    .toList());
        }
        return block;
    }

    private static Prose linked(Prose prose, Optional<URI> page) {
        return new Prose(prose.spans().stream()
                .map(span -> new Span(span.words(), span.look(), span.link().flatMap(link -> target(link, page))))
                .toList());
    }

    private static Optional<URI> target(URI link, Optional<URI> page) {
        return isBeside(link) ? page.map(from -> from.resolve(relative(link))) : Optional.of(link);
    }

    private static URI relative(URI link) {
        String whole = link.toString();
        String path = whole.substring(whole.indexOf(HOST) + HOST.length());
        return URI.create(path.startsWith(FOLDER) ? "./" + path.substring(FOLDER.length()) : path);
    }

    private static boolean isBeside(URI address) {
        return HOST.equals(address.getHost());
    }

    private static String below(String path) {
        return path.startsWith(FOLDER) ? path.substring(FOLDER.length()) : ".." + path;
    }
}
