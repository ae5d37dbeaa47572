package gazette.cli;

import gazette.article.Articles.Listed;
import gazette.article.Source;
import gazette.article.SourceLanguage;
import gazette.config.Settings;
import gazette.edition.Newsletter;
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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gazette articles}. */
final class ArticlesCommand {
    private ArticlesCommand() {}

    /** {@code gazette articles fetch}. */
    @Command(name = "fetch", description = "Pick up new articles now.")
    static final class Fetch implements Callable<ExitCode> {
        private final Gazette gazette;

        @Parameters(arity = "0..1", paramLabel = "NEWSLETTER", description = "Its key in the settings (default: all).")
        private Optional<String> newsletter = Optional.empty();

        Fetch(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public ExitCode call() {
            Settings settings = gazette.settings();
            List<Source> sources = sources(settings, newsletter);
            try (Workspace workspace = gazette.workOn(settings)) {
                PickUpReport report = workspace.pickUp(Duration.ZERO).run(sources);
                PickedUp.problems(gazette.screen(), report);
                gazette.screen().answer(PickedUp.document(report), List.of(PickedUp.line(report)));
                return report.problems().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY_DONE;
            }
        }
    }

    /** {@code gazette articles ls}. */
    @Command(name = "ls", description = "The articles that were picked up, newest first, and where they went out.")
    static final class Ls implements Callable<ExitCode> {
        private final Gazette gazette;

        @Parameters(arity = "0..1", paramLabel = "NEWSLETTER", description = "Its key in the settings (default: all).")
        private Optional<String> newsletter = Optional.empty();

        @Option(names = "--last", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
        private int last = 50;

        Ls(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public ExitCode call() {
            Settings settings = gazette.settings();
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

        private static String line(Listed article) {
            String state = article.editions().isEmpty() ? "new" : "in " + String.join(", ", article.editions());
            return article.published().toString().substring(0, 10) + "  " + article.title() + "  ("
                    + article.origin().name() + ", " + state + ")";
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
    @Command(name = "parse", description = "Show line by line what each was taken for. Stores nothing.")
    static final class Parse implements Callable<ExitCode> {
        private final Gazette gazette;

        @Parameters(paramLabel = "FILE", description = "A text file.")
        private Path file = Path.of("");

        Parse(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public ExitCode call() {
            Newsletter first = gazette.settings().newsletters().get(0);
            Path path = gazette.surroundings().folder().resolve(file).toAbsolutePath();
            if (!Files.isRegularFile(path)) {
                throw new Refusal(ExitCode.USAGE, "There is no file " + path + ".");
            }
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
