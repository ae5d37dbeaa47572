package gazette.cli;

import gazette.article.FirstRun;
import gazette.article.FolderSource;
import gazette.article.PrivateNetworks;
import gazette.article.Source;
import gazette.config.FeedAddress;
import gazette.config.NetworkEntry;
import gazette.config.NewSource;
import gazette.config.NewSource.Kind;
import gazette.config.Settings;
import gazette.config.SourceWords;
import gazette.config.SourcesEditor.Edited;
import gazette.edition.Newsletter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code gazette sources add}. */
final class SourcesAdd implements Command {
    private final Gazette gazette;
    private String newsletter = "";
    private String place = "";
    private Optional<String> first = Optional.empty();
    private Optional<String> every = Optional.empty();
    private Optional<String> name = Optional.empty();
    private List<String> allowPrivate = List.of();

    SourcesAdd(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public void describe(Syntax syntax) {
        syntax.named("add", "Read a feed or a folder once, and write it into gazette.yaml if that went well.");
        syntax.option(
                "--first",
                "N|all|none",
                "How many of the articles that are there count as new (default: 10 of a feed, all of a folder).",
                value -> first = Optional.of(value));
        syntax.option(
                "--every",
                "D",
                "How often a feed is asked: 15m, 1h (default: 15m).",
                value -> every = Optional.of(value));
        syntax.option("--name", "NAME", "What a feed's articles are credited to.", value -> name = Optional.of(value));
        syntax.list(
                "--allow-private",
                "ENTRY",
                "For a feed inside your own network: its address, network or host.",
                String.class,
                value -> allowPrivate = value);
        syntax.needed("NEWSLETTER", "Its key in the settings.", value -> newsletter = value);
        syntax.needed("URL|FOLDER", "A feed, a web page that names one, or a folder.", value -> place = value);
        syntax.footer(
                "",
                "Examples:",
                "  gazette sources add la-gazette https://journal.example.org",
                "  gazette sources add la-gazette https://example.org/rss.xml --first none",
                "  gazette sources add la-gazette articles/desk     a folder of text files",
                "  gazette sources add la-gazette http://10.1.2.3/rss --allow-private 10.1.2.3",
                "",
                "Of a web page it takes the feed that the page names first.");
    }

    @Override
    public ExitCode call() {
        Settings settings = gazette.settings();
        Newsletter wanted = Gazette.newsletter(settings, Optional.of(newsletter));
        Optional<FirstRun> run = first.map(text -> Choices.fit("--first", SourceWords.first(text)));
        Optional<Duration> pause = every.map(text -> Choices.fit("--every", SourceWords.every(text)));
        allowPrivate.forEach(entry -> NetworkEntry.objection(entry).ifPresent(why -> {
            throw new Refusal(ExitCode.USAGE, "--allow-private is '" + entry + "': " + why + ".");
        }));
        return place.contains("://") ? feed(settings, wanted, run, pause) : folder(settings, wanted, run);
    }

    private ExitCode feed(Settings settings, Newsletter wanted, Optional<FirstRun> run, Optional<Duration> pause) {
        URI address = FeedAddress.of(place)
                .orElseThrow(() -> new Refusal(
                        ExitCode.USAGE,
                        "«" + place + "» is no address of a feed: give one such as"
                                + " https://journal.example.org/rss.xml."));
        unlessThere(wanted, address);
        FeedLook.Seen seen = FeedLook.at(
                address,
                new PrivateNetworks(allowPrivate),
                gazette,
                settings.web().url().toString());
        URI found = FeedAddress.of(seen.address().toString()).orElse(seen.address());
        unlessThere(wanted, found);
        List<String> lines = FeedLook.lines(seen);
        lines.forEach(gazette.screen()::note);
        int there = seen.reading().items().size();
        NewSource source = new NewSource(
                Kind.FEED,
                found.toString(),
                name,
                pause,
                run.or(() -> Choices.first(gazette, there)),
                Optional.empty(),
                allowPrivate);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", seen.reading().title());
        document.put("format", seen.reading().format());
        document.put("articles", there);
        document.put(
                "newest",
                FeedReport.newestFirst(seen.reading()).stream()
                        .limit(FeedLook.NEWEST)
                        .map(FeedReport::heading)
                        .toList());
        document.put(
                "others",
                seen.others().stream().map(other -> other.address().toString()).toList());
        return write(wanted, source, document);
    }

    private ExitCode folder(Settings settings, Newsletter wanted, Optional<FirstRun> run) {
        if (every.isPresent() || name.isPresent() || !allowPrivate.isEmpty()) {
            throw new Refusal(ExitCode.USAGE, "--every, --name and --allow-private are for feeds; this is a folder.");
        }
        Path folder = settings.workspace().resolve(place).normalize();
        if (!Files.isDirectory(folder)) {
            String advice = place.matches("[^/\\s]+\\.[a-z]{2,}(/.*)?")
                    ? "For a web page, write https://" + place + "."
                    : "Make it first: mkdir -p " + folder;
            throw new Refusal(ExitCode.USAGE, "There is no folder " + folder + ". " + advice);
        }
        String shortest =
                (folder.startsWith(settings.workspace()) ? settings.workspace().relativize(folder) : folder).toString();
        NewSource source = NewSource.of(Kind.FOLDER, shortest);
        return write(wanted, run.map(source::with).orElse(source), new LinkedHashMap<>());
    }

    private static void unlessThere(Newsletter wanted, URI address) {
        if (SourceReport.addresses(wanted).contains(address)) {
            throw new Refusal(
                    ExitCode.USAGE, address + " is a source of «" + wanted.id() + "» already. Nothing was changed.");
        }
    }

    private ExitCode write(Newsletter wanted, NewSource source, Map<String, Object> found) {
        Edited edited = gazette.sourcesEditor().add(wanted.id(), List.of(source));
        if (edited.settings().isEmpty()) {
            throw new Refusal(ExitCode.USAGE, edited.refusal() + "\nNothing was changed.");
        }
        Newsletter after = edited.settings().get().newsletter(wanted.id()).orElseThrow();
        Source added = after.sources().get(after.sources().size() - 1);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("newsletter", wanted.id());
        document.put("added", source.place());
        document.put("first", Choices.inWords(added.first()));
        document.putAll(found);
        gazette.screen()
                .answer(
                        document,
                        List.of(
                                gazette.screen().tick() + " «" + wanted.id() + "» reads " + source.place()
                                        + " from now on (gazette.yaml)",
                                "  New of what is there: " + Choices.inWords(added.first())
                                        + (added instanceof FolderSource ? "" : ", the newest first"),
                                "Next: gazette articles fetch " + wanted.id() + ", then gazette articles ls --why "
                                        + wanted.id()));
        return ExitCode.DONE;
    }
}
