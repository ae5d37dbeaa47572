package gazette.studio;

import gazette.cli.StudioStage;
import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import gazette.delivery.Dispatch;
import gazette.delivery.DispatchId;
import gazette.delivery.Epoch;
import gazette.delivery.Journal;
import gazette.delivery.Letter;
import gazette.delivery.Outbox;
import gazette.delivery.Outcome;
import gazette.delivery.RetryPolicy;
import gazette.delivery.Settled;
import gazette.digest.RunOptions;
import gazette.edition.EditionId;
import gazette.edition.EditionState;
import gazette.edition.InDoubtPolicy;
import gazette.mail.ReplyCode;
import gazette.mail.SmtpReply;
import gazette.sink.Sink;
import gazette.subscriber.Subscriber;
import gazette.web.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A studio over a store with editions in every state, each brought there through the ports. */
final class EditionStage implements AutoCloseable {
    static final String NASTY = "<script>document.title='x'</script>";
    static final Instant FIRST = Instant.parse("2026-11-02T06:00:00Z");

    final StudioStage studio;
    final Visitor visitor;
    private final TestWorkspace workspace;
    private int slots;
    private String token = "";

    private EditionStage(TestWorkspace workspace, StudioStage studio) {
        this.workspace = workspace;
        this.studio = studio;
        this.visitor = new Visitor(studio.port());
    }

    static EditionStage over(Path folder, int readers, Optional<Departures> departures) {
        return over(folder, readers, departures, Optional.empty());
    }

    static EditionStage over(Path folder, int readers, Optional<Departures> departures, Optional<Sink> sink) {
        TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(2525));
        workspace.readers(readers);
        return new EditionStage(workspace, StudioStage.over(folder, Clock.systemUTC(), departures, sink));
    }

    /** A file that no edition has yet. */
    void article(String name, String title) {
        workspace.article(name, title);
    }

    /** The same with a picture. */
    void illustrated(String name, String title) {
        workspace.illustrated(name, title);
    }

    Outbox outbox() {
        return studio.store().outbox();
    }

    /** The next edition, filled; its first message leaves after {@code cooldown}. */
    EditionId filled(String title, Duration cooldown, Optional<Integer> wave) {
        workspace.article("text-" + slots + ".txt", title);
        return studio.run(nextSlot(), new RunOptions(Optional.of(cooldown), wave))
                .edition()
                .orElseThrow()
                .id();
    }

    EditionId filled(String title) {
        return filled(title, Duration.ZERO, Optional.empty());
    }

    /** The next slot, without an article. */
    void skipped() {
        studio.run(nextSlot(), RunOptions.AS_SCHEDULED);
    }

    /** The next edition, composed and no more. */
    void drafted(String title) {
        filled(title);
        studio.sql("delete from dispatch where edition = (select max(id) from edition)");
        studio.sql("update edition set state = 'RENDERED', audience = null where id = (select max(id) from edition)");
    }

    private Instant nextSlot() {
        return FIRST.plus(Duration.ofDays(slots++));
    }

    /** Hands over as many as there are outcomes. */
    void deliver(Outcome... outcomes) {
        Epoch epoch = outbox().enlist(Duration.ofMinutes(1));
        Journal journal = outbox().journal(epoch, new RetryPolicy(Duration.ofHours(2), Duration.ofHours(4), 3));
        List<Dispatch> claimed = outbox().claim(epoch, outcomes.length);
        for (int i = 0; i < claimed.size(); i++) {
            journal.turn(Optional.empty(), Optional.of(claimed.get(i)));
            journal.turn(Optional.of(new Settled(claimed.get(i), outcomes[i])), Optional.empty());
        }
        outbox().leave(epoch);
    }

    static Outcome accepted() {
        return new Outcome.Accepted(new SmtpReply(new ReplyCode(250), "2.0.0 queued"));
    }

    static Outcome rejected(String words) {
        return new Outcome.Rejected(new SmtpReply(new ReplyCode(550), "5.1.1 " + words));
    }

    /** Editions in every state, the oldest first; the numbers of those that tests ask for are in the names. */
    void fillAll() {
        filled("Partie hier " + NASTY);
        deliver(accepted(), accepted(), rejected("no such reader " + NASTY), accepted(), accepted());
        skipped();
        EditionId cancelled = filled("Annulée");
        deliver(accepted());
        outbox().cancel(cancelled);
        EditionId paused = filled("En pause");
        deliver(accepted());
        studio.store().editions().pause(paused, "mauvaise photo " + NASTY);
        filled("En cours");
        deliver(
                accepted(),
                new Outcome.Deferred("451 4.7.1 later, please"),
                new Outcome.InDoubt("the line broke after the final dot"));
        filled("En délai", Duration.ofMinutes(10), Optional.empty());
        drafted("En préparation");
    }

    EditionState state(EditionId edition) {
        return studio.store().editions().summary(edition).orElseThrow().state();
    }

    /** Does as a form of the edition's page, and follows to where it leads. */
    Document change(EditionId edition, String deed, String fields) {
        String page = EditionAddress.of(edition);
        if (token.isEmpty()) {
            token = page(page).select("input[name=token]").attr("value");
        }
        HttpResponse<String> answer =
                visitor.post(page + "/" + deed, "application/x-www-form-urlencoded", fields + "&token=" + token);
        if (answer.statusCode() != 303) {
            throw new AssertionError(deed + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return page(answer.headers().firstValue("Location").orElseThrow());
    }

    /** The addresses that a list of readers shows. */
    List<String> readers(String path) {
        return page(path).select("tbody th").eachText();
    }

    /** What a courier would hand over. */
    byte[] letter(EditionId edition, long subscriber) {
        Subscriber reader =
                studio.store().register().person(edition, subscriber).orElseThrow();
        Dispatch dispatch = new Dispatch(new DispatchId(1), edition, reader, 1, InDoubtPolicy.RETRY);
        return ((Letter) studio.messages().of(dispatch)).octets();
    }

    Document page(String path, String language) {
        var answer = visitor.get(path, language);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + "\n" + answer.body());
        }
        return Jsoup.parse(answer.body());
    }

    Document page(String path) {
        return page(path, "fr");
    }

    @Override
    public void close() {
        studio.close();
    }
}
