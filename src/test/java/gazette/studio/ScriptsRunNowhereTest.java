package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.StudioStage;
import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import gazette.delivery.Dispatch;
import gazette.delivery.Epoch;
import gazette.delivery.Journal;
import gazette.delivery.Outcome;
import gazette.delivery.RetryPolicy;
import gazette.delivery.Settled;
import gazette.digest.RunOptions;
import gazette.edition.EditionId;
import gazette.mail.ReplyCode;
import gazette.mail.SmtpReply;
import gazette.sink.Sink;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Script in all that comes from outside, on every page of the studio, in a browser. */
final class ScriptsRunNowhereTest {
    private static final String RUN = "(top.ran=(top.ran||0)+1)";
    private static final String SCRIPT = "<script>" + RUN + "</script>";
    private static final String NASTY =
            SCRIPT + "\"'><img src=x onerror=" + RUN + "><svg onload=" + RUN + "></textarea></title>" + SCRIPT;
    private static final Instant SLOT = Instant.parse("2026-11-23T06:00:00Z");
    private static final EditionId EDITION = new EditionId("la-gazette", 1);

    @TempDir
    private Path folder;

    @Test
    void whatComesFromOutsideRunsOnNoPage() throws IOException {
        try (Browser browser = Browser.open();
                Sink sink = Sink.start("127.0.0.1", 0, Clock.systemUTC())) {
            write(sink);
            try (StudioStage stage = StudioStage.over(folder, Clock.systemUTC(), Optional.empty(), Optional.of(sink))) {
                fill(stage);
                List<String> faults = new ArrayList<>();
                List<String> shown = new ArrayList<>();
                for (String page : pages(stage, SampleAddresses.of(sink, stage.port()))) {
                    browser.open("http://127.0.0.1:" + stage.port() + page);
                    if (browser.number("return top.ran || 0;") > 0) {
                        faults.add(page + " ran what was written");
                    }
                    browser.complaints().stream()
                            .filter(complaint -> !complaint.contains("status of 404"))
                            .forEach(complaint -> faults.add(page + " " + complaint));
                    if (browser.text("return document.documentElement.textContent;")
                            .contains("top.ran")) {
                        shown.add(page);
                    }
                }

                assertThat(faults).isEmpty();
                assertThat(shown)
                        .as("pages that print it, as words")
                        .contains("/", "/inbox", "/articles", "/editions", "/editions/la-gazette/1")
                        .anyMatch(page -> page.endsWith("/readers"))
                        .hasSizeGreaterThan(12);
            }
        }
    }

    private void write(Sink sink) throws IOException {
        TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(sink.smtpPort()));
        Path settings = folder.resolve("gazette.yaml");
        workspace.write(
                "gazette.yaml",
                Files.readString(settings, StandardCharsets.UTF_8)
                        .replace("name: La Gazette", "name: 'La Gazette " + NASTY.replace("'", "''") + "'"));
        workspace.write(
                "subscribers/la-gazette.csv",
                "address,name,city\nreader-1@example.org,\"" + NASTY.replace("\"", "\"\"") + "\",\"" + SCRIPT + "\"\n");
        workspace.write(
                "articles/" + NASTY.replace("/", "\u2215").replaceAll("^(.{80}).*", "$1") + ".txt",
                """
                Un titre %1$s
                La phrase dit %1$s et rien d’autre, mais elle le dit en entier et sans se presser.
                Un paragraphe de plus, avec [un lien](javascript:%2$s) et <a href="javascript:%2$s">un autre</a>.
                Source : %1$s
                """.formatted(NASTY, RUN));
        workspace.write("articles/broken.txt", "---\n" + NASTY + ": x\n---\nUn texte\n");
        workspace.write("templates/own/html.ftlh", "<p>${edition.subject}</p>" + NASTY + "\n");
        Letters.to(
                sink,
                "Sujet " + NASTY,
                NASTY + "<a href=\"javascript:" + RUN + "\">x</a><iframe srcdoc=\"" + SCRIPT + "\"></iframe>"
                        + "<meta http-equiv=refresh content=\"0;url=javascript:" + RUN
                        + "\"><base href=\"javascript:/\">"
                        + "<form action=\"javascript:" + RUN + "\"><input autofocus onfocus=" + RUN + "></form>");
    }

    /** An edition that a server refused with script in its words, and that somebody paused with script in the reason. */
    private static void fill(StudioStage stage) {
        stage.run(SLOT, new RunOptions(Optional.of(Duration.ZERO), Optional.empty()));
        Epoch epoch = stage.store().outbox().enlist(Duration.ofMinutes(1));
        Journal journal =
                stage.store().outbox().journal(epoch, new RetryPolicy(Duration.ofHours(2), Duration.ofHours(4), 3));
        for (Dispatch dispatch : stage.store().outbox().claim(epoch, 10)) {
            journal.turn(Optional.empty(), Optional.of(dispatch));
            Outcome outcome = new Outcome.Rejected(new SmtpReply(new ReplyCode(550), "5.1.1 " + NASTY));
            journal.turn(Optional.of(new Settled(dispatch, outcome)), Optional.empty());
        }
        stage.store().outbox().leave(epoch);
        stage.store().editions().pause(EDITION, "parce que " + NASTY);
    }

    /** Pages and messages alike: what a frame holds is opened by itself too. */
    private static List<String> pages(StudioStage stage, SampleAddresses samples) {
        String asked = URLEncoder.encode(NASTY, StandardCharsets.UTF_8);
        return Stream.concat(
                        stage.studio().reads().stream().flatMap(path -> samples.of(path).stream()),
                        Stream.of(
                                "/articles?q=" + asked,
                                "/inbox?q=" + asked,
                                "/editions/la-gazette/1/readers?address=" + asked,
                                "/?real=" + asked + "&view=" + asked,
                                "/?view=source",
                                "/?view=mime",
                                "/templates/own",
                                "/templates/own/html",
                                "/templates/own/source/html.ftlh",
                                "/" + asked))
                .filter(address -> !address.startsWith("/events") && !address.contains("/raw"))
                .toList();
    }
}
