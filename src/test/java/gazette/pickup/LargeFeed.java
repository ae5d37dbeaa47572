package gazette.pickup;

import static java.nio.charset.StandardCharsets.UTF_8;

import gazette.fetch.FakeFetcher;
import gazette.store.Store;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A process of its own, with the heap that a test gives it, that picks up one large feed. */
final class LargeFeed {
    private static final int ITEMS = 500;

    private LargeFeed() {}

    /** Prints what came of a feed of {@code args[1]} kilobytes, stored under {@code args[0]}. */
    public static void main(String[] args) {
        Feeds.HandClock clock = new Feeds.HandClock();
        String address = "https://example.org/feed";
        byte[] octets = feed(ITEMS, Integer.parseInt(args[1]) * 1_000 / ITEMS).getBytes(UTF_8);
        try (Store store = Store.open(Path.of(args[0]).resolve("gazette.db"), clock)) {
            PickUp pickUp = Feeds.pickUp(
                    store.articles(),
                    store.sources(),
                    new FakeFetcher(request -> FakeFetcher.document(
                            octets, URI.create(address), Optional.empty(), Optional.empty(), Optional.empty())),
                    Runnable::run,
                    clock);
            PickUpReport report = pickUp.run(List.of(Feeds.source(address)), Eagerness.NOW);
            System.out.println("fresh=" + report.fresh() + " problems=" + report.problems());
        }
    }

    /** So many items of about {@code octets} each. */
    static String feed(int items, int octets) {
        ScriptedFeed feed = new ScriptedFeed(URI.create("https://example.org/feed"));
        Feeds.HandClock clock = new Feeds.HandClock();
        for (int item = 1; item <= items; item++) {
            String address = "https://example.org/" + item;
            String words = ("Les étals du quartier " + item + " rouvrent dès lundi, dit la rédaction. ")
                    .repeat(Math.max(1, (octets - 250) / 70));
            feed.items.add(new ScriptedFeed.Item(
                    item, address, address, words, clock.instant().atZone(ZoneOffset.UTC)));
        }
        return feed.rss();
    }
}
