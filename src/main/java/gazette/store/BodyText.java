package gazette.store;

import gazette.article.Block;
import gazette.article.Figure;
import gazette.article.Intertitle;
import gazette.article.ItemList;
import gazette.article.ItemList.Marker;
import gazette.article.Paragraph;
import gazette.article.Preformatted;
import gazette.article.Prose;
import gazette.article.Quotation;
import gazette.article.Span;
import gazette.article.Span.Look;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The body of an article as JSON: an array of blocks, each an object whose one name is that of its element in HTML.
 *
 * <pre>
 * {"p": prose}  {"h3": words}  {"pre": words}  {"blockquote": [prose, …]}
 * {"ul": [[depth, prose], …]}  {"ol": …}  {"figure": [picture, caption]}
 * </pre>
 *
 * <p>Prose is a string when it is plain, else an array of spans {@code [words, look, link]}, of which the link, and then
 * the look, may be left out. {@link PictureText} has the pictures.
 */
final class BodyText {
    private BodyText() {}

    static String write(List<Block> blocks) {
        return JsonWriter.write(json(blocks));
    }

    /** The same as a value to be written inside another. */
    static List<Object> json(List<Block> blocks) {
        return blocks.stream().<Object>map(BodyText::json).toList();
    }

    private static Map<String, Object> json(Block block) {
        if (block instanceof Intertitle) {
            return Map.of("h3", block.text());
        } else if (block instanceof Preformatted) {
            return Map.of("pre", block.text());
        } else if (block instanceof ItemList list) {
            return Map.of(
                    list.marker() == Marker.NUMBER ? "ol" : "ul",
                    list.items().stream()
                            .map(item -> List.of(item.depth(), json(item.prose())))
                            .toList());
        } else if (block instanceof Quotation quotation) {
            return Map.of(
                    "blockquote",
                    quotation.paragraphs().stream().map(BodyText::json).toList());
        } else if (block instanceof Figure figure) {
            return Map.of("figure", List.of(PictureText.json(figure.picture()), figure.caption()));
        }
        return Map.of("p", json(((Paragraph) block).prose()));
    }

    private static Object json(Prose prose) {
        boolean isOnePlain = prose.isPlain() && prose.spans().size() == 1;
        return isOnePlain
                ? prose.text()
                : prose.spans().stream().map(BodyText::json).toList();
    }

    private static List<Object> json(Span span) {
        List<Object> json = new ArrayList<>(List.of(span.words()));
        if (span.look() != Look.PLAIN || span.link().isPresent()) {
            json.add(span.look().name().toLowerCase(Locale.ROOT));
        }
        span.link().ifPresent(link -> json.add(link.toString()));
        return json;
    }

    /** The blocks of what {@link #write} wrote; the octets of embedded pictures are looked up. */
    static List<Block> read(Session session, String json) throws SQLException {
        return blocks(session, (List<?>) JsonReader.read(json));
    }

    /** The same of a value that was inside another. */
    static List<Block> blocks(Session session, List<?> json) throws SQLException {
        List<Block> blocks = new ArrayList<>();
        for (Object block : json) {
            Map.Entry<?, ?> one = ((Map<?, ?>) block).entrySet().iterator().next();
            blocks.add(block(session, (String) one.getKey(), one.getValue()));
        }
        return blocks;
    }

    private static Block block(Session session, String kind, Object content) throws SQLException {
        return switch (kind) {
            case "p" -> new Paragraph(prose(content));
            case "h3" -> new Intertitle((String) content);
            case "pre" -> new Preformatted((String) content);
            case "ul" -> new ItemList(Marker.BULLET, items((List<?>) content));
            case "ol" -> new ItemList(Marker.NUMBER, items((List<?>) content));
            case "blockquote" ->
                new Quotation(((List<?>) content).stream().map(BodyText::prose).toList());
            case "figure" -> {
                List<?> parts = (List<?>) content;
                yield new Figure(PictureText.read(session, parts.get(0)), (String) parts.get(1));
            }
            default -> throw new IllegalStateException("the store holds a block that Gazette did not write: " + kind);
        };
    }

    private static List<ItemList.Item> items(List<?> items) {
        return items.stream()
                .map(item -> (List<?>) item)
                .map(item -> new ItemList.Item((Integer) item.get(0), prose(item.get(1))))
                .toList();
    }

    private static Prose prose(Object json) {
        return json instanceof String words
                ? Prose.of(words)
                : new Prose(((List<?>) json)
                        .stream().map(span -> span((List<?>) span)).toList());
    }

    private static Span span(List<?> parts) {
        Look look = parts.size() > 1 ? Look.valueOf(((String) parts.get(1)).toUpperCase(Locale.ROOT)) : Look.PLAIN;
        Optional<URI> link = parts.size() > 2 ? Optional.of(URI.create((String) parts.get(2))) : Optional.empty();
        return new Span((String) parts.get(0), look, link);
    }
}
