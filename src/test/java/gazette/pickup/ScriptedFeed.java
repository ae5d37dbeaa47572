package gazette.pickup;

import static java.nio.charset.StandardCharsets.UTF_8;

import gazette.fetch.FakeFetcher;
import gazette.fetch.Fetched;
import gazette.fetch.Request;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An RSS feed whose every part a test can change between two polls, with the server that it is on. For one thread. */
final class ScriptedFeed {
    /** One item; {@code guid} is empty for one without. */
    record Item(int number, String guid, String address, String words, ZonedDateTime published) {
        Item guid(String other) {
            return new Item(number, other, address, words, published);
        }

        Item address(String other) {
            return new Item(number, guid, other, words, published);
        }

        Item words(String other) {
            return new Item(number, guid, address, other, published);
        }

        Item published(ZonedDateTime other) {
            return new Item(number, guid, address, words, other);
        }
    }

    final List<Item> items = new ArrayList<>();
    final List<Request> requests = new ArrayList<>();
    URI home;
    Charset charset = UTF_8;
    boolean sendsEtag = true;
    boolean sendsDate = true;
    int documents;

    ScriptedFeed(URI home) {
        this.home = home;
    }

    /** What the server answers just now. */
    Fetched answer(Request request) {
        requests.add(request);
        Optional<URI> moved = request.address().equals(home) ? Optional.empty() : Optional.of(home);
        byte[] octets = rss().getBytes(charset);
        String version = Integer.toHexString(java.util.Arrays.hashCode(octets));
        Optional<String> etag = sendsEtag ? Optional.of("\"" + version + "\"") : Optional.empty();
        Optional<String> date = sendsDate ? Optional.of("date of " + version) : Optional.empty();
        boolean isKnown = etag.isPresent()
                ? etag.equals(request.etag())
                : date.isPresent() && date.equals(request.lastModified());
        if (isKnown) {
            return new Fetched.Unchanged(moved);
        }
        documents++;
        return FakeFetcher.document(octets, home, moved, etag, date);
    }

    String rss() {
        StringBuilder rss = new StringBuilder("<?xml version=\"1.0\" encoding=\"" + charset.name() + "\"?>"
                + "<rss version=\"2.0\"><channel><title>Agence Exemple</title><link>" + home.resolve("/") + "</link>");
        for (Item item : items) {
            rss.append("<item><title>Récit ").append(item.number).append("</title>");
            if (!item.guid.isEmpty()) {
                rss.append("<guid>").append(item.guid).append("</guid>");
            }
            rss.append("<link>").append(item.address).append("</link>");
            rss.append("<pubDate>")
                    .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(item.published))
                    .append("</pubDate>");
            rss.append("<description>&lt;p&gt;").append(item.words).append("&lt;/p&gt;</description></item>");
        }
        return rss.append("</channel></rss>").toString();
    }
}
