package gazette.feed;

import com.fasterxml.jackson.jr.ob.JSON;
import gazette.article.Blanks;
import gazette.article.Block;
import gazette.article.Figure;
import gazette.article.LinkedPicture;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org), read leniently: an object for an array, a number for a string. */
final class JsonFeed {
    /** An id may be a number, and is known by its digits. */
    private static final JSON PARSER = JSON.std.with(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final JsonObject feed;
    private final URI base;
    private final Optional<URI> home;
    private final Optional<Locale> language;

    private JsonFeed(JsonObject feed, URI address) {
        this.feed = feed;
        this.home = Reference.of(feed.text("home_page_url"), address);
        this.base = home.orElse(address);
        this.language = Language.of(feed.text("language"));
    }

    static FeedReading read(byte[] octets, URI address) {
        JsonText document = JsonText.of(octets);
        try {
            Optional<JsonObject> feed = JsonObject.of(PARSER.anyFrom(document.text()));
            if (feed.isEmpty() || !feed.get().has("items")) {
                return FeedReading.refused(
                        "this is JSON, but not JSON Feed: it has no \"items\". Give the address of a feed");
            }
            return new JsonFeed(feed.get(), address).reading(document.encoding());
        } catch (IOException notJson) {
            return FeedReading.refused("it begins like JSON and is broken further on: " + firstLine(notJson)
                    + ". Its publisher can repair it; jsonfeed.org says how it should be");
        }
    }

    private static String firstLine(IOException notJson) {
        return String.valueOf(notJson.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private FeedReading reading(String encoding) {
        List<FeedItem> items =
                Facts.newest(feed.objects("items"), item -> FeedDate.read(item.text("date_published"))).stream()
                        .map(this::item)
                        .toList();
        return new FeedReading(format(), encoding, line(feed.text("title")), home, language, items, "");
    }

    private String format() {
        String version = feed.text("version").strip();
        return "JSON Feed " + (version.endsWith("1.1") ? "1.1" : "1.0");
    }

    private FeedItem item(JsonObject item) {
        Wording html = Wording.html(item.text("content_html"), base);
        Wording text = Wording.plain(item.text("content_text"), base);
        Wording summary = Wording.plain(Wording.decoded(item.text("summary")), base);
        List<Block> content = Stream.of(html, text, summary)
                .map(wording -> wording.isEmpty() ? List.<Block>of() : wording.blocks())
                .filter(blocks -> !blocks.isEmpty())
                .findFirst()
                .orElse(List.of());
        return new FeedItem(
                item.text("id").strip(),
                address(item),
                line(item.text("title")),
                summary.words(),
                content,
                FeedDate.read(item.text("date_published")),
                FeedDate.read(item.text("date_modified")),
                Language.of(item.text("language")).or(() -> language),
                authors(item),
                "",
                item.texts("tags").stream()
                        .map(JsonFeed::line)
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList(),
                picture(item, content));
    }

    private static String line(String text) {
        return Blanks.tidy(Wording.decoded(text));
    }

    private Optional<URI> address(JsonObject item) {
        return Reference.of(item.text("url"), base)
                .or(() -> Reference.of(item.text("external_url"), base))
                .or(() -> Reference.absolute(item.text("id")));
    }

    private String authors(JsonObject item) {
        String own = names(item);
        return own.isEmpty() ? names(feed) : own;
    }

    private static String names(JsonObject object) {
        return Stream.of("authors", "author")
                .map(name -> People.joined(Stream.concat(
                        object.objects(name).stream().map(author -> author.text("name")), object.texts(name).stream())))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Optional<LinkedPicture> picture(JsonObject item, List<Block> content) {
        if (content.stream().anyMatch(Figure.class::isInstance)) {
            return Optional.empty();
        }
        List<String> attached = item.objects("attachments").stream()
                .filter(attachment -> attachment.text("mime_type").startsWith("image/"))
                .map(attachment -> attachment.text("url"))
                .collect(Collectors.toList());
        return Stream.concat(Stream.of(item.text("image"), item.text("banner_image")), attached.stream())
                .flatMap(written -> Pictures.at(written, base).stream())
                .findFirst();
    }
}
