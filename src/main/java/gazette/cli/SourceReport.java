package gazette.cli;

import gazette.article.FeedSource;
import gazette.article.FolderSource;
import gazette.article.Source;
import gazette.edition.Newsletter;
import gazette.pickup.Health;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How one source is doing, in words. */
record SourceReport(Source source, Health health, Instant now) {
    /** How people know it: the address of a feed, or the folder. */
    static String place(Source source) {
        return source instanceof FeedSource feed
                ? feed.address().toString()
                : source instanceof FolderSource folder ? folder.name() : source.key();
    }

    /** Of the feeds that a newsletter has. */
    static List<URI> addresses(Newsletter newsletter) {
        return newsletter.sources().stream()
                .filter(FeedSource.class::isInstance)
                .map(source -> ((FeedSource) source).address())
                .toList();
    }

    List<String> lines(Screen screen) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + mark(screen) + " " + heading());
        lines.add("      " + state());
        if (!health.error().isEmpty()) {
            lines.add("      " + health.error());
        }
        health.moved()
                .ifPresent(moved -> lines.add("      It has moved to " + moved + ": put that into gazette.yaml."));
        return lines;
    }

    private String heading() {
        String name = source instanceof FeedSource feed && !feed.name().isEmpty() ? feed.name() : health.title();
        return name.isEmpty() ? place(source) : name + "  " + place(source);
    }

    private String mark(Screen screen) {
        if (health.isGone()) {
            return screen.bad("✘");
        }
        if (health.failures() > 0) {
            return screen.bad("!");
        }
        return health.lastTry().isEmpty() ? "·" : screen.tick();
    }

    private String state() {
        if (health.isGone()) {
            return "gone for good (410), asked no more; " + lastNew();
        }
        if (health.lastTry().isEmpty()) {
            return "never read: gazette articles fetch";
        }
        String read = health.failures() == 0
                ? "read " + health.lastSuccess().map(this::ago).orElse("")
                : "failed " + (health.failures() == 1 ? "once" : health.failures() + " times")
                        + health.lastSuccess()
                                .map(then -> ", last read " + ago(then))
                                .orElse(", never read");
        Optional<Instant> next = health.nextTry().filter(at -> source instanceof FeedSource);
        return read + "; " + lastNew()
                + next.map(at -> "; next " + Ages.in(at, now)).orElse("");
    }

    private String lastNew() {
        return health.lastNew().map(then -> "last new article " + ago(then)).orElse("no new article so far");
    }

    private String ago(Instant then) {
        return Ages.ago(then, now);
    }

    Map<String, Object> document(Newsletter newsletter) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("newsletter", newsletter.id());
        document.put("source", source.key());
        document.put("kind", source instanceof FeedSource ? "feed" : "folder");
        document.put("place", place(source));
        document.put("title", health.title());
        put(document, "lastTry", health.lastTry());
        put(document, "lastSuccess", health.lastSuccess());
        put(document, "lastNew", health.lastNew());
        put(document, "nextTry", health.nextTry());
        put(document, "leftAloneUntil", health.leftAloneUntil());
        document.put("failures", health.failures());
        document.put("error", health.error());
        document.put("gone", health.isGone());
        health.moved().map(URI::toString).ifPresent(moved -> document.put("moved", moved));
        return document;
    }

    private static void put(Map<String, Object> document, String name, Optional<Instant> at) {
        at.ifPresent(instant -> document.put(name, instant.toString()));
    }
}
