package gazette.text;

import gazette.article.Block;
import gazette.article.Figure;
import gazette.article.Intertitle;
import gazette.article.ItemList;
import gazette.article.ItemList.Marker;
import gazette.article.LinkedPicture;
import gazette.article.Paragraph;
import gazette.article.Preformatted;
import gazette.article.Prose;
import gazette.article.Quotation;
import gazette.article.Span;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A block as golden files have it. */
final class BlockAccount {
    private BlockAccount() {}

    static Stream<String> of(Block block) {
        if (block instanceof Paragraph paragraph) {
            return Stream.of("¶ " + drawn(paragraph.prose()));
        }
        if (block instanceof ItemList list) {
            String mark = list.marker() == Marker.BULLET ? "- " : "1. ";
            return list.items().stream().map(item -> "  ".repeat(item.depth()) + mark + drawn(item.prose()));
        }
        if (block instanceof Quotation quotation) {
            return quotation.paragraphs().stream().map(prose -> "> " + drawn(prose));
        }
        if (block instanceof Figure figure) {
            String picture = figure.picture() instanceof LinkedPicture linked
                    ? linked.address().toString()
                            + linked.size()
                                    .map(size -> " " + size.width() + "×" + size.height())
                                    .orElse("")
                    : figure.picture().toString();
            return Stream.of("[" + picture + " «" + figure.picture().alt() + "»] " + figure.caption());
        }
        return block instanceof Intertitle
                ? Stream.of("## " + block.text())
                : ((Preformatted) block).text().lines().map(line -> "| " + line);
    }

    private static String drawn(Prose prose) {
        return prose.spans().stream().map(BlockAccount::drawn).collect(Collectors.joining());
    }

    private static String drawn(Span span) {
        String words = switch (span.look()) {
            case PLAIN -> span.words();
            case EMPHASIS -> "*" + span.words() + "*";
            case STRONG -> "**" + span.words() + "**";
            case CODE -> "`" + span.words() + "`";
        };
        return words + span.link().map(link -> "<" + link + ">").orElse("");
    }
}
