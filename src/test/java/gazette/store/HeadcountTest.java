package gazette.store;

import static gazette.store.Samples.ACCEPTED;
import static gazette.store.Samples.SLOT;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.delivery.Answers;
import gazette.delivery.DispatchState;
import gazette.delivery.EditionLook;
import gazette.delivery.Headcount;
import gazette.delivery.Headcount.Breakdown;
import gazette.delivery.Headcount.Figures;
import gazette.delivery.Outcome;
import gazette.delivery.Register.EditionLine;
import gazette.delivery.SmtpAccount;
import gazette.delivery.SmtpServer;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.mail.ReplyCode;
import gazette.mail.SmtpReply;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages are told of how editions stand, against what the outbox says when it is asked itself. */
final class HeadcountTest extends OutboxStage {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration EACH = Duration.ofSeconds(5);
    private static final SmtpAccount ACCOUNT = SmtpAccount.only(new SmtpServer(
            "127.0.0.1",
            25,
            SmtpServer.Tls.NONE,
            Optional.empty(),
            1,
            new SmtpServer.Timeouts(EACH, EACH, EACH, EACH)));

    @TempDir
    private Path folder;

    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "headcount");
        thread.setDaemon(true);
        return thread;
    });
    private final List<EditionId> told = new CopyOnWriteArrayList<>();
    private Headcount headcount;

    @Override
    World world(Clock clock) {
        return new SqliteWorld(folder, clock);
    }

    @BeforeEach
    void begin() {
        Store store = ((SqliteWorld) world()).store();
        headcount = new Headcount(
                new Headcount.Parts(
                        store.editions(),
                        store.outbox(),
                        store.register(),
                        store.paceBook(),
                        () -> List.of(ACCOUNT),
                        clock),
                background);
        headcount.tell(told::add);
    }

    @AfterEach
    void end() {
        background.shutdownNow();
    }

    @Test
    void theFiguresAreThoseOfTheOutbox() {
        Edition edition = Samples.filled(world(), 5);
        deliver(ACCEPTED, ACCEPTED, rejected("no such reader"));

        Figures figures = figures(edition);

        assertThat(figures.look()).isEqualTo(EditionLook.at(world().editions(), outbox(), edition.id()));
        assertThat(figures.look().tally().in(DispatchState.ACCEPTED)).isEqualTo(2);
        assertThat(figures.look().tally().waiting()).isEqualTo(2);
        assertThat(figures.countedAt()).isEqualTo(clock.instant());
    }

    @Test
    void anEditionThatRestsIsCountedOnceAndNobodyIsToldOfIt() {
        Edition edition = Samples.filled(world(), 1);
        deliver(ACCEPTED);
        Instant counted = figures(edition).countedAt();

        clock.forward(Duration.ofHours(1));

        assertThat(figures(edition).countedAt()).isEqualTo(counted);
        assertThat(told).isEmpty();
    }

    @Test
    void anEditionUnderWayIsCountedAgainAndWhoListensIsToldEachTime() {
        Edition edition = Samples.filled(world(), 3);
        assertThat(figures(edition).look().tally().settled()).isZero();

        deliver(ACCEPTED, ACCEPTED);
        clock.forward(Duration.ofSeconds(4));

        Figures figures = figures(edition);
        assertThat(figures.look().tally().settled()).isEqualTo(2);
        assertThat(figures.perSecond()).isEqualTo(0.5);
        assertThat(told).containsExactly(edition.id(), edition.id());
    }

    @Test
    void whatAPersonDidIsSeenInTheNextFigures() {
        Edition edition = Samples.filled(world(), 3);
        figures(edition);

        outbox().cancel(edition.id());

        assertThat(figures(edition).look().tally().in(DispatchState.SUPPRESSED)).isEqualTo(3);
    }

    @Test
    void ofManyEditionsEachHasItsOwnFigures() {
        Edition one = Samples.filled(world(), 2);
        Edition other = Samples.rendered(world(), SLOT.plus(Duration.ofDays(1)));
        fill(other);
        outbox().cancel(one.id());

        Map<EditionId, Figures> figures = headcount.figures(List.of(line(one), line(other)), PATIENCE);

        assertThat(Objects.requireNonNull(figures.get(one.id())).look().tally().waiting())
                .isZero();
        assertThat(Objects.requireNonNull(figures.get(other.id()))
                        .look()
                        .tally()
                        .waiting())
                .isEqualTo(2);
        assertThat(headcount.figures(List.of(), PATIENCE)).isEmpty();
    }

    @Test
    void theBreakdownIsOfDomainsAndOfWhatServersSaid() {
        Edition edition = Samples.filled(world(), 4);
        deliver(ACCEPTED, rejected("no <reader-2@example.org> here"), rejected("no <reader-3@example.org> here"));

        Breakdown breakdown = headcount.breakdown(line(edition), PATIENCE).orElseThrow();

        assertThat(breakdown.domains()).singleElement().satisfies(domain -> {
            assertThat(domain.domain()).isEqualTo("example.org");
            assertThat(List.of(domain.readers(), domain.accepted(), domain.rejected(), domain.waiting()))
                    .containsExactly(4L, 1L, 2L, 1L);
        });
        assertThat(breakdown.answers())
                .filteredOn(answer -> answer.state() == DispatchState.REJECTED)
                .singleElement()
                .satisfies(answer -> {
                    assertThat(answer.dispatches()).isEqualTo(2);
                    assertThat(answer.words()).contains(Answers.LEFT_OUT).doesNotContain("reader-");
                });
    }

    private Figures figures(Edition edition) {
        return Optional.ofNullable(
                        headcount.figures(List.of(line(edition)), PATIENCE).get(edition.id()))
                .orElseThrow();
    }

    private EditionLine line(Edition edition) {
        return ((SqliteWorld) world())
                .store()
                .register()
                .line(edition.id(), clock.instant())
                .orElseThrow();
    }

    private static Outcome rejected(String words) {
        return new Outcome.Rejected(new SmtpReply(new ReplyCode(550), "5.1.1 " + words));
    }
}
