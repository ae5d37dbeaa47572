package gazette.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import gazette.config.Settings;
import gazette.edition.Cadence;
import gazette.edition.Newsletter;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gazette preview}. */
@Command(
        footer = {
            "",
            "Examples:",
            "  gazette preview la-gazette                       in a browser, and it changes as files are saved",
            "  gazette preview la-gazette --out draft           as files: html, txt, eml",
            "  gazette preview la-gazette --out draft --last 3 --persona no-name",
            "                                                   the newest three articles, for a reader without a name"
        })
final class PreviewCommand implements Callable<ExitCode> {
    private final Gazette gazette;

    @Parameters(arity = "0..1", paramLabel = "NEWSLETTER", description = "Its key in the settings.")
    private Optional<String> newsletter = Optional.empty();

    @Option(names = "--cadence", paramLabel = "NAME", description = "Which cadence (default: the first).")
    private Optional<String> cadence = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", description = "Write files there instead: html, txt, eml.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private LookOptions look = new LookOptions();

    @Mixin
    private PageOptions page = new PageOptions();

    PreviewCommand(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public ExitCode call() {
        Settings settings = gazette.settings();
        Newsletter wanted = Gazette.newsletter(settings, newsletter);
        Cadence slots = Gazette.cadence(wanted, cadence);
        if (out.isEmpty()) {
            return new PreviewServer(gazette, new Stop())
                    .serve(settings, page.port(), path(settings, wanted, slots), page.isOpened() && gazette.mayAsk());
        }
        return files(settings, wanted, slots, out.get());
    }

    private String path(Settings settings, Newsletter wanted, Cadence slots) {
        return "/?newsletter=" + wanted.id() + "&cadence=" + URLEncoder.encode(slots.name(), UTF_8)
                + look.query(wanted, () -> gazette.lookAt(settings));
    }

    private ExitCode files(Settings settings, Newsletter wanted, Cadence slots, Path folder) {
        try (Workspace workspace = gazette.lookAt(settings)) {
            return new PreviewOut(gazette, workspace, look).write(wanted, slots, folder);
        }
    }
}
