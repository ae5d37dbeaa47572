package gazette.render;

import gazette.article.Block;
import gazette.article.Figure;
import gazette.article.Intertitle;
import gazette.article.ItemList;
import gazette.article.ItemList.Item;
import gazette.article.ItemList.Marker;
import gazette.article.Paragraph;
import gazette.article.Preformatted;
import gazette.article.Prose;
import gazette.article.Quotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a template sees of the blocks of one article: a map each, {@code .kind} tells which. */
final class BlockModel {
    /** Lists inside lists: deeper ones are drawn at this depth, for a phone has no room to the right. */
    private static final int DEEPEST = 3;

    private final Locale language;
    private final ProseModel prose;
    private final PictureModel pictures;

    BlockModel(Locale language, Links links, PictureModel pictures) {
        this.language = language;
        this.prose = new ProseModel(language, links);
        this.pictures = pictures;
    }

    /** {@code blocks} in their order; the first paragraph is the lead. */
    List<Map<String, Object>> maps(List<Block> blocks) {
        List<Map<String, Object>> maps = new ArrayList<>();
        boolean led = false;
        for (Block block : blocks) {
            Map<String, Object> map = new LinkedHashMap<>(map(block));
            if (block instanceof Paragraph) {
                map.put("kind", led ? "paragraph" : "lead");
                led = true;
            }
            maps.add(map);
        }
        return maps;
    }

    private Map<String, Object> map(Block block) {
        if (block instanceof Paragraph paragraph) {
            return prose.map(paragraph.prose());
        }
        if (block instanceof ItemList list) {
            return Map.of(
                    "kind",
                    "list",
                    "text",
                    set(list.text()),
                    "numbered",
                    list.marker() == Marker.NUMBER,
                    "items",
                    items(list.items()));
        }
        if (block instanceof Quotation quotation) {
            return Map.of(
                    "kind", "quotation",
                    "text", set(quotation.text()),
                    "paragraphs",
                            quotation.paragraphs().stream().map(prose::map).toList());
        }
        if (block instanceof Figure figure) {
            return figure(figure);
        }
        if (block instanceof Preformatted preformatted) {
            return Verbatim.map(preformatted.text());
        }
        return Map.of("kind", "intertitle", "text", set(((Intertitle) block).text()));
    }

    private Map<String, Object> figure(Figure figure) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", "figure");
        map.put("text", set(figure.text()));
        map.put("caption", set(figure.caption()));
        String alt = figure.picture().alt().isBlank()
                ? figure.caption()
                : figure.picture().alt();
        pictures.map(figure.picture(), set(alt)).ifPresent(picture -> map.put("picture", picture));
        return map;
    }

    /** As a tree: each item holds the list inside it. */
    private List<Map<String, Object>> items(List<Item> items) {
        List<List<Map<String, Object>>> open = new ArrayList<>();
        open.add(new ArrayList<>());
        for (Item item : items) {
            int depth = Math.max(0, Math.min(Math.min(item.depth(), DEEPEST), open.size() - 1));
            List<Map<String, Object>> inside = new ArrayList<>();
            open.get(depth).add(item(item.prose(), inside));
            open.subList(depth + 1, open.size()).clear();
            open.add(inside);
        }
        return open.get(0);
    }

    private Map<String, Object> item(Prose words, List<Map<String, Object>> inside) {
        Map<String, Object> map = new LinkedHashMap<>(prose.map(words));
        map.put("items", inside);
        return map;
    }

    private String set(String text) {
        return Clean.set(text, language);
    }
}
