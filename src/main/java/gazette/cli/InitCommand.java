package gazette.cli;

import gazette.article.PrivateNetworks;
import gazette.config.FeedAddress;
import gazette.config.NewSource;
import gazette.config.SourcesEditor;
import gazette.config.SourcesEditor.Edited;
import gazette.mail.HeaderText;
import gazette.schedule.Slots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;

/** {@code gazette init}. */
final class InitCommand implements Command {
    /** What the language of the first newsletter is called on the command line and in the settings. */
    enum Language {
        fr,
        en
    }

    private final Gazette gazette;
    private Path folder = Path.of("");
    private Optional<Language> language = Optional.empty();
    private Optional<String> fromFeed = Optional.empty();
    private List<String> allowPrivate = List.of();

    InitCommand(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public void describe(Syntax syntax) {
        syntax.option(
                "--lang",
                "",
                "The newsletter's language: ${COMPLETION-CANDIDATES} (default: fr).",
                Language.class,
                value -> language = Optional.of(value));
        syntax.option(
                "--from-feed",
                "URL",
                "A feed, or a web page that names one: its title and language become the newsletter's.",
                value -> fromFeed = Optional.of(value));
        syntax.list(
                "--allow-private",
                "ENTRY",
                "For a feed inside your own network: its address, network or host.",
                String.class,
                value -> allowPrivate = value);
        syntax.parameter("DIR", "The new folder (default: here).", Path.class, value -> folder = value);
        syntax.footer(
                "",
                "Examples:",
                "  gazette init my-letter",
                "  gazette init my-letter --from-feed https://journal.example.org");
    }

    @Override
    public ExitCode call() {
        Path target = gazette.folder().resolve(folder).toAbsolutePath().normalize();
        if (Files.exists(target.resolve("gazette.yaml"))) {
            throw new Refusal(
                    ExitCode.USAGE, target + " is a workspace already: it holds a gazette.yaml. Name another folder.");
        }
        Optional<FeedLook.Seen> feed = fromFeed.map(this::look);
        Sample.copyTo(target, "gazette.yaml"::equals);
        try {
            Files.createDirectories(target.resolve("articles"));
            write(target.resolve("subscribers/la-gazette.csv"), "address,name,language,cadence,since\n");
            write(target.resolve(".gitignore"), "data/\nsecrets/\n");
            inItsWords(target.resolve("gazette.yaml"), feed);
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException("cannot write the workspace " + target, cannotWrite);
        }
        feed.ifPresent(seen -> addTo(target, seen));
        say(target, feed);
        return ExitCode.DONE;
    }

    private FeedLook.Seen look(String text) {
        URI address = FeedAddress.of(text)
                .orElseThrow(() -> new Refusal(
                        ExitCode.USAGE,
                        "«" + text + "» is no address of a feed: give one such as https://journal.example.org."));
        FeedLook.Seen seen = FeedLook.at(address, new PrivateNetworks(allowPrivate), gazette, "");
        FeedLook.lines(seen).forEach(gazette.screen()::note);
        return seen;
    }

    /** Puts the language, and a feed's title, in the place of the sample's. */
    private void inItsWords(Path settings, Optional<FeedLook.Seen> feed) throws IOException {
        String tag = language.map(Language::name)
                .or(() -> feed.flatMap(seen -> seen.reading().language()).map(Locale::toLanguageTag))
                .orElse(Language.fr.name());
        String text = Files.readString(settings, StandardCharsets.UTF_8)
                .replaceFirst("\n    language: fr", "\n    language: " + tag);
        String title =
                feed.map(seen -> HeaderText.onOneLine(seen.reading().title())).orElse("");
        if (!title.isEmpty()) {
            String quoted = Matcher.quoteReplacement("'" + title.replace("'", "''") + "'");
            String from = Matcher.quoteReplacement("'" + mailbox(title).replace("'", "''") + "'");
            text = text.replaceFirst("\n    name: .*", "\n    name: " + quoted)
                    .replaceFirst("\n    from: .*", "\n    from: " + from);
        }
        Files.writeString(settings, text, StandardCharsets.UTF_8);
    }

    private static String mailbox(String title) {
        return "\"" + title.replace("\\", "").replace("\"", "") + "\" <lettre@example.org>";
    }

    private void addTo(Path target, FeedLook.Seen seen) {
        NewSource source = new NewSource(
                NewSource.Kind.FEED,
                FeedAddress.of(seen.address().toString()).orElse(seen.address()).toString(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                allowPrivate);
        Edited edited = new SourcesEditor(target, gazette.surroundings().environment(), Slots::objection)
                .add("la-gazette", List.of(source));
        if (edited.settings().isEmpty()) {
            throw new Refusal(ExitCode.USAGE, "The workspace was made, but without the feed: " + edited.refusal());
        }
    }

    private void say(Path target, Optional<FeedLook.Seen> feed) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("workspace", target.toString());
        feed.ifPresent(seen -> document.put("feed", seen.address().toString()));
        List<String> lines = new ArrayList<>(List.of(
                gazette.screen().tick() + " workspace made: " + target,
                "  gazette.yaml                 the newsletter's name, addresses, schedule and mail server",
                "  articles/                    drop text files here",
                "  subscribers/la-gazette.csv   your readers, one a line",
                "  What the mail looks like is in the program: gazette templates ls shows it, eject copies it here."));
        feed.ifPresent(seen -> lines.add("  It reads " + seen.address() + ": the 10 newest articles count as new."));
        lines.add(
                feed.isPresent()
                        ? "Next: gazette -C " + target + " preview --out draft"
                        : "Next: drop a text into articles/, then: gazette preview --out draft");
        gazette.screen().answer(document, lines);
    }

    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text, StandardCharsets.UTF_8);
        }
    }
}
