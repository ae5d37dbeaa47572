package gazette.cli;

import gazette.delivery.DispatchState;
import gazette.delivery.Tally;
import gazette.digest.RunReport;
import gazette.edition.Edition;
import gazette.sink.CaughtMessage;
import gazette.sink.MimePart;
import gazette.sink.Sink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the demo did.
 *
 * @param caught the messages as they were taken back out of the inbox
 */
record DemoReport(
        RunReport report, Edition edition, Tally tally, List<CaughtMessage> caught, Instant begun, Instant ended) {

    /** Whether everybody's message was sent, and came out of the mailbox. */
    boolean isWhole() {
        return tally.in(DispatchState.ACCEPTED) == tally.audience() && caught.size() == tally.audience();
    }

    void say(Screen screen, int webPort, Sink sink, Path workspace, boolean once) {
        CaughtMessage first = caught.get(0);
        Path html = write(first);
        String seconds = String.format(
                Locale.ROOT, "%.1f s", Duration.between(begun, ended).toMillis() / 1000.0);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("edition", edition.id().toString());
        document.put("subject", first.subject());
        document.put("articles", edition.articles().size());
        document.put("tally", EditionReport.document(tally));
        document.put("received", caught.size());
        document.put("html", html.toString());
        document.put("seconds", Duration.between(begun, ended).toMillis() / 1000.0);
        if (!once) {
            document.put("web", "http://127.0.0.1:" + webPort + "/");
            document.put("smtpPort", sink.smtpPort());
            document.put("workspace", workspace.toString());
        }
        screen.answer(document, lines(screen, first, html, seconds, webPort, sink, workspace, once));
    }

    private List<String> lines(
            Screen screen,
            CaughtMessage first,
            Path html,
            String seconds,
            int webPort,
            Sink sink,
            Path workspace,
            boolean once) {
        List<String> lines = new ArrayList<>();
        lines.add(screen.strong("Gazette " + VersionCommand.number() + " · demo"));
        lines.add("  " + screen.tick() + " " + report.pickedUp().fresh() + " articles picked up (" + languages() + ")");
        lines.add("  " + screen.tick() + " edition n° " + edition.number() + " rendered: "
                + Outlooks.kilobytes(first.html()) + " of HTML, "
                + first.text().lines().count() + " lines of text");
        lines.add("    «" + first.subject() + "»");
        lines.add("  " + (isWhole() ? screen.tick() : screen.bad("✘")) + " " + tally.in(DispatchState.ACCEPTED) + " of "
                + tally.audience() + " readers accepted, " + caught.size() + " caught by the sink (" + seconds + ")");
        lines.add("  " + screen.tick() + " nothing left this machine");
        lines.add("  HTML  " + html);
        if (!once) {
            lines.add("  Web   http://127.0.0.1:" + webPort + "/    SMTP 127.0.0.1:" + sink.smtpPort());
            lines.add("  Drop a text file into " + workspace.resolve("articles")
                    + ", or change a template, and watch the page change.");
            lines.add("  Ctrl-C to stop.");
        }
        lines.add("Next: gazette init my-letter");
        return lines;
    }

    private String languages() {
        return edition.articles().stream()
                .map(article -> article.language().getLanguage())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** The HTML part that was received, with its pictures beside it, for a browser; replaced by the next demo. */
    private static Path write(CaughtMessage message) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "gazette-demo-" + System.getProperty("user.name"));
        String html = message.html();
        try {
            Files.createDirectories(folder);
            int number = 0;
            for (Map.Entry<String, MimePart> inline : message.inlines().entrySet()) {
                number++;
                String picture = "picture-" + number + "."
                        + inline.getValue().mediaType().replaceAll(".*/", "");
                Files.write(folder.resolve(picture), message.content(inline.getValue()));
                html = html.replace("cid:" + inline.getKey(), picture);
            }
            return Files.writeString(folder.resolve("edition.html"), html, StandardCharsets.UTF_8);
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException("cannot write " + folder, cannotWrite);
        }
    }
}
