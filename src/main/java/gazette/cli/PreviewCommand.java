package gazette.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import gazette.config.Settings;
import gazette.edition.Cadence;
import gazette.edition.Newsletter;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.Optional;

/** {@code gazette preview}. */
final class PreviewCommand implements Command {
    private final Gazette gazette;
    private Optional<String> newsletter = Optional.empty();
    private Optional<String> cadence = Optional.empty();
    private Optional<Path> out = Optional.empty();
    private final LookOptions look = new LookOptions();
    private final PageOptions page = new PageOptions();

    PreviewCommand(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public void describe(Syntax syntax) {
        syntax.option(
                "--cadence", "NAME", "Which cadence (default: the first).", value -> cadence = Optional.of(value));
        syntax.option(
                "--out",
                "DIR",
                "Write files there instead: html, txt, eml.",
                Path.class,
                value -> out = Optional.of(value));
        look.describe(syntax);
        page.describe(syntax);
        syntax.parameter("NEWSLETTER", "Its key in the settings.", value -> newsletter = Optional.of(value));
        syntax.footer(
                "",
                "Examples:",
                "  gazette preview la-gazette                       in a browser, and it changes as files are saved",
                "  gazette preview la-gazette --out draft           as files: html, txt, eml",
                "  gazette preview la-gazette --out draft --last 3 --persona no-name",
                "                                                   the newest three articles, for a reader without a name");
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
