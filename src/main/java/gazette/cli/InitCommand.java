package gazette.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gazette init}. */
@Command(name = "init", description = "A new workspace: settings with every key commented, a template, an empty list.")
final class InitCommand implements Callable<ExitCode> {
    /** What the language of the first newsletter is called on the command line and in the settings. */
    enum Language {
        fr,
        en
    }

    private final Gazette gazette;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The new folder (default: here).")
    private Path folder = Path.of("");

    @Option(names = "--lang", description = "The newsletter's language: ${COMPLETION-CANDIDATES} (default: fr).")
    private Language language = Language.fr;

    InitCommand(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public ExitCode call() {
        Path target = gazette.folder().resolve(folder).toAbsolutePath().normalize();
        if (Files.exists(target.resolve("gazette.yaml"))) {
            throw new Refusal(
                    ExitCode.USAGE, target + " is a workspace already: it holds a gazette.yaml. Name another folder.");
        }
        Sample.copyTo(target, name -> name.equals("gazette.yaml") || name.startsWith("templates/"));
        try {
            inItsLanguage(target.resolve("gazette.yaml"));
            Files.createDirectories(target.resolve("articles"));
            write(target.resolve("subscribers/la-gazette.csv"), "address,name,language,cadence,since\n");
            write(target.resolve(".gitignore"), "data/\nsecrets/\n");
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException("cannot write the workspace " + target, cannotWrite);
        }
        gazette.screen()
                .answer(
                        Map.of("workspace", target.toString()),
                        List.of(
                                gazette.screen().tick() + " workspace made: " + target,
                                "  gazette.yaml                 the newsletter's name, addresses, schedule and mail server",
                                "  articles/                    drop text files here",
                                "  subscribers/la-gazette.csv   your readers, one a line",
                                "  templates/digest/            what the mail looks like",
                                "Next: drop a text into articles/, then: gazette preview --out draft"));
        return ExitCode.DONE;
    }

    private void inItsLanguage(Path settings) throws IOException {
        String text = Files.readString(settings, StandardCharsets.UTF_8);
        Files.writeString(settings, text.replace("language: fr", "language: " + language), StandardCharsets.UTF_8);
    }

    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text, StandardCharsets.UTF_8);
        }
    }
}
