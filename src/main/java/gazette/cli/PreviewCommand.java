package gazette.cli;

import gazette.config.Settings;
import gazette.digest.Rehearsal.Outlook;
import gazette.edition.Cadence;
import gazette.edition.Edition;
import gazette.edition.Newsletter;
import gazette.edition.Rendering;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gazette preview}. */
@Command(
        name = "preview",
        description = "The next edition with its real articles, as files. Nothing is sent or stored.")
final class PreviewCommand implements Callable<ExitCode> {
    private final Gazette gazette;

    @Parameters(arity = "0..1", paramLabel = "NEWSLETTER", description = "Its key in the settings.")
    private Optional<String> newsletter = Optional.empty();

    @Option(names = "--cadence", paramLabel = "NAME", description = "Which cadence (default: the first).")
    private Optional<String> cadence = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the files go: html, txt, eml.")
    private Path out = Path.of("");

    PreviewCommand(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public ExitCode call() {
        Settings settings = gazette.settings();
        Newsletter wanted = Gazette.newsletter(settings, newsletter);
        Cadence slots = Gazette.cadence(wanted, cadence);
        try (Workspace workspace = gazette.lookAt(settings)) {
            Outlook outlook = workspace
                    .rehearsal()
                    .run(wanted, slots, Slot.now(gazette.surroundings().clock()));
            PickedUp.problems(gazette.screen(), outlook);
            if (outlook.edition().isEmpty()) {
                return Outlooks.nothing(gazette.screen(), outlook);
            }
            return write(workspace, outlook, outlook.edition().get());
        }
    }

    private ExitCode write(Workspace workspace, Outlook outlook, Edition edition) {
        Path folder =
                gazette.surroundings().folder().resolve(out).toAbsolutePath().normalize();
        Rendering rendering = outlook.rendering().orElseThrow();
        PreviewFiles files = new PreviewFiles(workspace.press(), folder);
        List<Path> written;
        try {
            Files.createDirectories(folder);
            written = files.write(edition, rendering);
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException("cannot write to " + folder, cannotWrite);
        }
        Map<String, Object> document = Outlooks.document(outlook, edition, rendering);
        document.put("files", written.stream().map(Path::toString).toList());
        List<String> lines = new ArrayList<>(Outlooks.lines(outlook, edition, rendering));
        written.forEach(file -> lines.add("  " + file));
        gazette.screen().answer(new LinkedHashMap<>(document), lines);
        return outlook.pickedUp().problems().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY_DONE;
    }
}
