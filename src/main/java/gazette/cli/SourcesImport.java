package gazette.cli;

import gazette.article.FirstRun;
import gazette.config.FeedAddress;
import gazette.config.NewSource;
import gazette.config.NewSource.Kind;
import gazette.config.Settings;
import gazette.config.SourceWords;
import gazette.config.SourcesEditor.Edited;
import gazette.edition.Newsletter;
import gazette.feed.Opml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code gazette sources import}. */
final class SourcesImport implements Command {
    private final Gazette gazette;
    private String newsletter = "";
    private Path file = Path.of("");
    private Optional<String> first = Optional.empty();

    SourcesImport(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public void describe(Syntax syntax) {
        syntax.named("import", "Write the feeds of an OPML file into gazette.yaml, those that are not there yet.");
        syntax.option(
                "--first",
                "N|all|none",
                "How many of the articles of each count as new (default: 10).",
                value -> first = Optional.of(value));
        syntax.needed("NEWSLETTER", "Its key in the settings.", value -> newsletter = value);
        syntax.neededFile("FILE.opml", "What another reader of feeds exported.", value -> file = value);
        syntax.footer("", "Examples:", "  gazette sources import la-gazette feeds.opml --first none");
    }

    @Override
    public ExitCode call() {
        Settings settings = gazette.settings();
        Newsletter wanted = Gazette.newsletter(settings, Optional.of(newsletter));
        Optional<FirstRun> run = first.map(text -> Choices.fit("--first", SourceWords.first(text)));
        Opml list = Opml.read(octets());
        List<URI> known = new ArrayList<>(SourceReport.addresses(wanted));
        int before = known.size();
        List<NewSource> more = new ArrayList<>();
        for (Opml.Feed feed : list.feeds()) {
            URI address = FeedAddress.of(feed.address().toString()).orElse(feed.address());
            if (!known.contains(address)) {
                known.add(address);
                NewSource source = NewSource.of(Kind.FEED, address.toString());
                more.add(run.map(source::with).orElse(source));
            }
        }
        int there = list.feeds().size() - (known.size() - before);
        if (!more.isEmpty()) {
            Edited edited = gazette.sourcesEditor().add(wanted.id(), more);
            if (edited.settings().isEmpty()) {
                throw new Refusal(ExitCode.USAGE, edited.refusal() + "\nNothing was changed.");
            }
        }
        say(wanted, list, more, there);
        if (list.feeds().isEmpty()) {
            return ExitCode.USAGE;
        }
        return list.problems().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY_DONE;
    }

    private byte[] octets() {
        Path path = gazette.surroundings().folder().resolve(file).toAbsolutePath();
        if (!Files.isRegularFile(path)) {
            throw new Refusal(ExitCode.USAGE, "There is no file " + path + ".");
        }
        try {
            return Files.readAllBytes(path);
        } catch (IOException cannotRead) {
            throw new UncheckedIOException("cannot read " + path, cannotRead);
        }
    }

    private void say(Newsletter wanted, Opml list, List<NewSource> more, int there) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("newsletter", wanted.id());
        document.put("added", more.stream().map(NewSource::place).toList());
        document.put("known", there);
        document.put("problems", list.problems());
        List<String> lines = new ArrayList<>();
        more.forEach(source -> lines.add("  + " + source.place()));
        lines.add((more.isEmpty() ? "  " : gazette.screen().tick() + " ") + Count.of(more.size(), "feed")
                + " added to «" + wanted.id() + "» (gazette.yaml), " + there + " there before");
        if (!more.isEmpty()) {
            lines.add("Next: gazette articles fetch " + wanted.id() + ", then gazette sources ls " + wanted.id());
        }
        gazette.screen().answer(document, lines);
        list.problems().forEach(gazette.screen()::problem);
    }
}
