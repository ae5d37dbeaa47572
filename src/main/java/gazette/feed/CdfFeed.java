package gazette.feed;

import gazette.article.Block;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The Channel Definition Format of 1997: a channel whose items have their addresses in {@code HREF}. */
final class CdfFeed {
    private CdfFeed() {}

    static boolean is(Element root) {
        return root.name().equalsIgnoreCase("channel")
                && root.children()
                        .filter(child -> child.name().equalsIgnoreCase("item"))
                        .anyMatch(item -> href(item).isPresent());
    }

    static FeedReading read(Element root, String encoding, URI address) {
        Parts channel = new Parts(root, "", new Place(address, Optional.empty()));
        Optional<URI> base = Parts.attribute(root, "base").flatMap(written -> Reference.of(written, address));
        Place place = channel.place().with(base, Optional.empty());
        List<FeedItem> items = channel.all("item")
                .limit(Facts.MOST_ITEMS)
                .map(item -> item(new Parts(item, "", place)))
                .toList();
        Optional<URI> home = href(root).flatMap(written -> Reference.of(written, place.base()));
        return new FeedReading("CDF", encoding, line(channel, "title"), home, place.language(), items, "");
    }

    private static FeedItem item(Parts item) {
        Optional<URI> address = href(item.element())
                .flatMap(written -> Reference.of(written, item.place().base()));
        Optional<Wording> said = item.first("abstract").map(found -> Wording.guessed(found, item.place()));
        List<Block> content = said.map(Wording::blocks).orElse(List.of());
        Optional<FeedItem.Stamp> changed =
                Parts.attribute(item.element(), "lastmod").flatMap(FeedDate::read);
        return new FeedItem(
                "",
                address,
                line(item, "title"),
                said.map(Wording::words).orElse(""),
                content,
                Optional.empty(),
                changed,
                item.place().language(),
                "",
                "",
                List.of(),
                Pictures.of(item, content));
    }

    private static Optional<String> href(Element element) {
        return Parts.attribute(element, "href");
    }

    private static String line(Parts parts, String name) {
        return parts.first(name)
                .map(found -> Wording.guessed(found, parts.place()).words())
                .orElse("");
    }
}
