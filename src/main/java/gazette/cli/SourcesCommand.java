package gazette.cli;

import gazette.article.FeedSource;
import gazette.article.Source;
import gazette.config.FeedAddress;
import gazette.config.Nearest;
import gazette.config.Settings;
import gazette.config.SourcesEditor.Edited;
import gazette.edition.Newsletter;
import gazette.feed.Opml;
import gazette.pickup.Health;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code gazette sources}: which there are, and how they are doing. */
final class SourcesCommand {
    private SourcesCommand() {}

    /** {@code gazette sources ls}. */
    static final class Ls implements Command {
        private final Gazette gazette;
        private Optional<String> newsletter = Optional.empty();

        Ls(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named("ls", "The sources of a newsletter, and how each is doing.");
            syntax.parameter(
                    "NEWSLETTER", "Its key in the settings (default: all).", value -> newsletter = Optional.of(value));
            syntax.footer("", "Examples:", "  gazette sources ls", "  gazette sources ls la-gazette --json");
        }

        @Override
        public ExitCode call() {
            Settings settings = gazette.settings();
            Instant now = gazette.surroundings().clock().instant();
            List<Map<String, Object>> documents = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            try (Workspace workspace = gazette.lookAt(settings)) {
                for (Newsletter each : wanted(settings, newsletter)) {
                    List<Source> sources = each.sources();
                    List<Health> health = workspace
                            .store()
                            .sources()
                            .health(sources.stream().map(Source::key).toList());
                    lines.add(gazette.screen().strong(each.id()));
                    for (int i = 0; i < sources.size(); i++) {
                        SourceReport report = new SourceReport(sources.get(i), health.get(i), now);
                        lines.addAll(report.lines(gazette.screen()));
                        documents.add(report.document(each));
                    }
                }
            }
            gazette.screen().answer(Map.of("sources", documents), lines);
            return ExitCode.DONE;
        }
    }

    /** {@code gazette sources remove}. */
    static final class Remove implements Command {
        private final Gazette gazette;
        private String newsletter = "";
        private String place = "";

        Remove(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named("remove", "Take a source out of gazette.yaml, with the comments inside its entry.");
            syntax.needed("NEWSLETTER", "Its key in the settings.", value -> newsletter = value);
            syntax.needed("URL|FOLDER", "The source, as `sources ls` shows it.", value -> place = value);
            syntax.footer(
                    "",
                    "Examples:",
                    "  gazette sources remove la-gazette https://journal.example.org/rss.xml",
                    "  gazette sources remove la-gazette articles");
        }

        @Override
        public ExitCode call() {
            Settings settings = gazette.settings();
            Newsletter wanted = Gazette.newsletter(settings, Optional.of(newsletter));
            Source source = find(wanted);
            Edited edited = gazette.sourcesEditor().remove(wanted.id(), source);
            if (edited.settings().isEmpty()) {
                throw new Refusal(ExitCode.USAGE, edited.refusal());
            }
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("newsletter", wanted.id());
            document.put("removed", SourceReport.place(source));
            gazette.screen()
                    .answer(
                            document,
                            List.of(
                                    gazette.screen().tick() + " " + SourceReport.place(source) + " is no source of «"
                                            + wanted.id() + "» any more (gazette.yaml)",
                                    "  What it brought and has not gone out goes into no edition.",
                                    "Next: gazette sources ls " + wanted.id()));
            return ExitCode.DONE;
        }

        private Source find(Newsletter wanted) {
            Optional<URI> address = FeedAddress.of(place);
            List<String> places =
                    wanted.sources().stream().map(SourceReport::place).toList();
            return wanted.sources().stream()
                    .filter(source -> SourceReport.place(source).equals(place.replaceAll("(?<=.)/+$", ""))
                            || (source instanceof FeedSource feed
                                    && address.filter(feed.address()::equals).isPresent()))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(
                            ExitCode.USAGE,
                            "«" + place + "» is no source of «" + wanted.id() + "»."
                                    + Nearest.of(place, places)
                                            .map(near -> " Did you mean «" + near + "»?")
                                            .orElse(" It has " + String.join(", ", places) + ".")));
        }
    }

    /** {@code gazette sources export}. */
    static final class Export implements Command {
        private final Gazette gazette;
        private Optional<String> newsletter = Optional.empty();

        Export(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named("export", "The feeds as OPML on standard output, for any other reader of feeds.");
            syntax.parameter(
                    "NEWSLETTER", "Its key in the settings (default: all).", value -> newsletter = Optional.of(value));
            syntax.footer(
                    "", "Examples:", "  gazette sources export > feeds.opml", "  gazette sources export la-gazette");
        }

        @Override
        public ExitCode call() {
            Settings settings = gazette.settings();
            List<Newsletter> wanted = wanted(settings, newsletter);
            Map<URI, Opml.Feed> feeds = new LinkedHashMap<>();
            try (Workspace workspace = gazette.lookAt(settings)) {
                for (Newsletter each : wanted) {
                    for (Source source : each.sources()) {
                        if (source instanceof FeedSource feed) {
                            Health health = workspace
                                    .store()
                                    .sources()
                                    .health(List.of(source.key()))
                                    .get(0);
                            String name = feed.name().isEmpty() ? health.title() : feed.name();
                            feeds.putIfAbsent(
                                    feed.address(),
                                    new Opml.Feed(
                                            name,
                                            feed.address(),
                                            Optional.empty(),
                                            wanted.size() > 1 ? each.masthead().name() : ""));
                        }
                    }
                }
            }
            String title = wanted.size() == 1 ? wanted.get(0).masthead().name() : "Gazette";
            if (gazette.screen().options().json()) {
                gazette.screen().answer(Map.of("title", title, "feeds", documents(feeds)), List.of());
            } else {
                gazette.screen().data(new Opml(title, List.copyOf(feeds.values()), List.of()).text());
            }
            return ExitCode.DONE;
        }

        private static List<Map<String, Object>> documents(Map<URI, Opml.Feed> feeds) {
            return feeds.values().stream()
                    .map(feed -> Map.<String, Object>of(
                            "title", feed.title(), "address", feed.address().toString()))
                    .toList();
        }
    }

    private static List<Newsletter> wanted(Settings settings, Optional<String> newsletter) {
        return newsletter
                .map(id -> List.of(Gazette.newsletter(settings, Optional.of(id))))
                .orElse(settings.newsletters());
    }
}
