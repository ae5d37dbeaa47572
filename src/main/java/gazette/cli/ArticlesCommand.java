package gazette.cli;

import gazette.article.Articles.Listed;
import gazette.article.Source;
import gazette.article.SourceLanguage;
import gazette.config.Settings;
import gazette.edition.Cadence;
import gazette.edition.Newsletter;
import gazette.edition.Verdict;
import gazette.pickup.Eagerness;
import gazette.pickup.PickUp;
import gazette.pickup.PickUpReport;
import gazette.text.FolderReader;
import gazette.text.TextReading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code gazette articles}. */
final class ArticlesCommand {
    private ArticlesCommand() {}

    /** {@code gazette articles fetch}. */
    static final class Fetch implements Command {
        private final Gazette gazette;
        private Optional<String> newsletter = Optional.empty();
        private boolean again;

        Fetch(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named("fetch", "Pick up new articles now.");
            syntax.flag(
                    "--again",
                    "Ask those too that failed, are gone, or asked to be left alone.",
                    value -> again = value);
            syntax.parameter(
                    "NEWSLETTER", "Its key in the settings (default: all).", value -> newsletter = Optional.of(value));
            syntax.footer(
                    "",
                    "Examples:",
                    "  gazette articles fetch",
                    "  gazette articles fetch la-gazette --again   sources in trouble too");
        }

        @Override
        public ExitCode call() {
            Settings settings = gazette.settings();
            List<Source> sources = sources(settings, newsletter);
            try (Workspace workspace = gazette.workOn(settings)) {
                PickUp pickUp = workspace.pickUp(Duration.ZERO);
                if (again) {
                    pickUp.askAgain(sources);
                }
                PickUpReport report = pickUp.run(sources, Eagerness.NOW);
                PickedUp.problems(gazette.screen(), report);
                gazette.screen().answer(PickedUp.document(report), PickedUp.lines(report));
                return report.problems().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY_DONE;
            }
        }
    }

    /** {@code gazette articles ls}. */
    static final class Ls implements Command {
        private final Gazette gazette;
        private Optional<String> newsletter = Optional.empty();
        private int last = 50;
        private boolean why;
        private Optional<String> cadence = Optional.empty();

        Ls(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named("ls", "The articles that were picked up, newest first, and where they went out.");
            syntax.option("--last", "N", "How many (default: " + last + ").", Integer.class, value -> last = value);
            syntax.flag("--why", "What becomes of each in the coming edition, and why.", value -> why = value);
            syntax.option(
                    "--cadence",
                    "NAME",
                    "With --why: whose (default: the first).",
                    value -> cadence = Optional.of(value));
            syntax.parameter(
                    "NEWSLETTER", "Its key in the settings (default: all).", value -> newsletter = Optional.of(value));
            syntax.footer(
                    "",
                    "Examples:",
                    "  gazette articles ls",
                    "  gazette articles ls --why la-gazette     what the next edition takes, and why",
                    "  gazette articles ls --why la-gazette --cadence weekly");
        }

        @Override
        public ExitCode call() {
            Settings settings = gazette.settings();
            if (why) {
                return why(settings);
            }
            List<String> keys =
                    sources(settings, newsletter).stream().map(Source::key).toList();
            try (Workspace workspace = gazette.lookAt(settings)) {
                List<Listed> articles = workspace.store().articles().list(keys, last);
                List<String> lines = new ArrayList<>();
                articles.forEach(article -> lines.add(line(article)));
                if (lines.isEmpty()) {
                    lines.add(
                            "No article yet. Drop a text file into the folder of a source, then: gazette articles fetch");
                }
                gazette.screen()
                        .answer(
                                Map.of(
                                        "articles",
                                        articles.stream().map(Ls::document).toList()),
                                lines);
            }
            return ExitCode.DONE;
        }

        private ExitCode why(Settings settings) {
            Newsletter wanted = Gazette.newsletter(settings, newsletter);
            Cadence slots = Gazette.cadence(wanted, cadence);
            try (Workspace workspace = gazette.lookAt(settings)) {
                List<Verdict> verdicts = workspace
                        .rehearsal()
                        .verdicts(wanted, slots, Slot.now(gazette.surroundings().clock()));
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("newsletter", wanted.id());
                document.put("cadence", slots.name());
                document.put("verdicts", Verdicts.documents(verdicts));
                List<String> lines = new ArrayList<>(Verdicts.lines(verdicts));
                lines.add(
                        verdicts.isEmpty()
                                ? "No candidate for «" + wanted.id() + "», " + slots.name()
                                        + ". To look for articles: gazette articles fetch " + wanted.id()
                                : Verdicts.counts(verdicts) + "   («" + wanted.id() + "», " + slots.name()
                                        + ", of what was picked up so far)");
                gazette.screen().answer(document, lines);
            }
            return ExitCode.DONE;
        }

        private static String line(Listed article) {
            String state = article.editions().isEmpty() ? "new" : "in " + String.join(", ", article.editions());
            return article.published().toString().substring(0, 10) + "  " + article.title() + "  (" + from(article)
                    + ", " + state + ")";
        }

        private static String from(Listed article) {
            String source = article.origin().source();
            return source.startsWith("feed:")
                    ? source.substring("feed:".length())
                    : article.origin().name();
        }

        private static Map<String, Object> document(Listed article) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("source", article.origin().source());
            document.put("name", article.origin().name());
            document.put("title", article.title());
            document.put("published", article.published().toString());
            document.put("editions", article.editions());
            return document;
        }
    }

    /** {@code gazette articles parse}. */
    static final class Parse implements Command {
        private final Gazette gazette;
        private Path file = Path.of("");
        private Optional<String> type = Optional.empty();
        private Optional<String> base = Optional.empty();

        Parse(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named("parse", "Show what a text file, line by line, or a feed is taken for. Stores nothing.");
            syntax.option(
                    "--type",
                    "TYPE",
                    "The Content-Type that a feed was sent with.",
                    value -> type = Optional.of(value));
            syntax.option(
                    "--base",
                    "URL",
                    "The address of a feed, for its relative links.",
                    value -> base = Optional.of(value));
            syntax.neededFile(
                    "FILE", "A text (.txt, .md, .html), or a feed: RSS, Atom, JSON Feed.", value -> file = value);
            syntax.footer(
                    "",
                    "Examples:",
                    "  gazette articles parse articles/conseil.txt",
                    "  gazette articles parse rss.xml --base https://example.org/rss.xml --json");
        }

        @Override
        public ExitCode call() {
            Path path = gazette.surroundings().folder().resolve(file).toAbsolutePath();
            if (!Files.isRegularFile(path)) {
                throw new Refusal(ExitCode.USAGE, "There is no file " + path + ".");
            }
            if (type.isPresent() || base.isPresent() || FeedFile.isOne(path)) {
                return new FeedReport(gazette.screen()).show(path, FeedFile.read(path, type, base));
            }
            Newsletter first = gazette.settings().newsletters().get(0);
            TextReading reading = FolderReader.parse(
                    path,
                    first.masthead().zone(),
                    new SourceLanguage(Optional.empty(), first.masthead().language()));
            return new ParseReport(gazette.screen()).show(path, reading);
        }
    }

    private static List<Source> sources(Settings settings, Optional<String> newsletter) {
        List<Newsletter> wanted = newsletter
                .map(id -> List.of(Gazette.newsletter(settings, Optional.of(id))))
                .orElse(settings.newsletters());
        return wanted.stream().flatMap(n -> n.sources().stream()).distinct().toList();
    }
}
