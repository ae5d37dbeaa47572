package gazette.cli;

import gazette.article.PrivateNetworks;
import gazette.feed.Discovery;
import gazette.feed.FeedReader;
import gazette.feed.FeedReading;
import gazette.fetch.Document;
import gazette.fetch.FetchLimits;
import gazette.fetch.Fetched;
import gazette.fetch.Fetcher;
import gazette.fetch.Request;
import gazette.fetch.WebFetcher;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One look at a feed before it becomes a source: fetched and read, found through its web page if need be. */
final class FeedLook {
    /** Of a feed's items, as many are shown. */
    static final int NEWEST = 3;

    /**
     * A feed that can be read.
     *
     * @param address to ask from now on: after redirects for good
     * @param others that the web page names beside it
     */
    record Seen(URI address, FeedReading reading, List<Discovery.Found> others) {
        Seen {
            others = List.copyOf(others);
        }
    }

    private final Fetcher fetcher;
    private final PrivateNetworks allowed;

    private FeedLook(Fetcher fetcher, PrivateNetworks allowed) {
        this.fetcher = fetcher;
        this.allowed = allowed;
    }

    /**
     * Asks for {@code address}, and for the first feed that it names when it is a web page.
     *
     * @param contact whom to write to about the request: an address of the web
     * @throws Refusal when there is no feed, with the reason
     */
    static Seen at(URI address, PrivateNetworks allowed, Gazette gazette, String contact) {
        String userAgent = "Gazette/" + VersionCommand.number() + (contact.isEmpty() ? "" : " (+" + contact + ")");
        try (WebFetcher fetcher = new WebFetcher(
                userAgent, FetchLimits.USUAL, gazette.surroundings().clock())) {
            return new FeedLook(fetcher, allowed).at(address);
        }
    }

    private Seen at(URI address) {
        Document document = fetch(address);
        FeedReading reading = read(document);
        if (reading.isRead()) {
            return new Seen(document.moved().orElse(address), reading, List.of());
        }
        List<Discovery.Found> named =
                new ArrayList<>(Discovery.feeds(document.octets(), document.contentType(), document.address()));
        if (named.isEmpty()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    address + " is no feed, and names none: " + reading.refusal() + ". Nothing was changed.");
        }
        URI first = named.remove(0).address();
        Document feed = fetch(first);
        FeedReading found = read(feed);
        if (!found.isRead()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    address + " names the feed " + first + ", which cannot be read: " + found.refusal()
                            + ". Nothing was changed.");
        }
        return new Seen(feed.moved().orElse(first), found, named);
    }

    private static FeedReading read(Document document) {
        return FeedReader.read(document.octets(), document.contentType(), document.address());
    }

    private Document fetch(URI address) {
        Fetched fetched = fetcher.fetch(new Request(address, Optional.empty(), Optional.empty(), allowed));
        if (fetched instanceof Document document) {
            return document;
        }
        String why =
                fetched instanceof Fetched.Failed failed ? failed.why() : "its server says that it is gone for good";
        throw new Refusal(ExitCode.UNAVAILABLE, address + " cannot be read: " + why + ". Nothing was changed.");
    }

    /** What it is, and the newest of it. */
    static List<String> lines(Seen seen) {
        FeedReading reading = seen.reading();
        List<String> lines = new ArrayList<>();
        String title = reading.title().isEmpty() ? "(no title)" : reading.title();
        lines.add(title + "   " + reading.format()
                + reading.language().map(l -> ", " + l.toLanguageTag()).orElse("") + ", "
                + Count.of(reading.items().size(), "article"));
        lines.add("  " + seen.address());
        FeedReport.newestFirst(reading).stream()
                .limit(NEWEST)
                .forEach(item -> lines.add("  · " + FeedReport.heading(item)));
        seen.others()
                .forEach(other -> lines.add("  The page also names " + other.address()
                        + (other.title().isEmpty() ? "" : " («" + other.title() + "»)")));
        return lines;
    }
}
