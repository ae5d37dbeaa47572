package gazette.store;

import gazette.delivery.AnswerCode;
import gazette.delivery.Answers;
import gazette.delivery.Audience;
import gazette.delivery.Dispatch;
import gazette.delivery.DispatchRow;
import gazette.delivery.DispatchState;
import gazette.delivery.DomainTally;
import gazette.delivery.Ended;
import gazette.delivery.Epoch;
import gazette.delivery.Gate;
import gazette.delivery.Journal;
import gazette.delivery.Outbox;
import gazette.delivery.RetryPolicy;
import gazette.delivery.Tally;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.InDoubtPolicy;
import gazette.subscriber.Readership;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The outbox in the database. Claims and the turns of all journals share one group commit,
 * so that connections share syncs of the disk. */
final class JdbcOutbox implements Outbox {
    private final Reads reads;
    private final Writes writes;
    private final Clock clock;
    private final GroupCommit turns;

    JdbcOutbox(Reads reads, Writes writes, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.clock = clock;
        this.turns = new GroupCommit(writes);
    }

    @Override
    public Audience fill(Edition edition, Duration cooldown, InDoubtPolicy inDoubt, Optional<Integer> firstWave) {
        String step = "fill the outbox with edition " + edition.id();
        Filling filling = new Filling(edition.id(), Filling.PIECE);
        while (writes.writeOfDelivery(
                step, session -> filling.piece(session, clock.instant().plus(cooldown), inDoubt, firstWave))) {
            // others write in between
        }
        return new Audience(edition.id(), reads.read(step, filling::audience));
    }

    @Override
    public boolean cancel(EditionId edition) {
        String step = "cancel edition " + edition;
        boolean news = writes.write(step, session -> Cancelling.begin(session, edition, clock.instant()));
        while (writes.writeOfDelivery(step, session -> Cancelling.piece(session, edition)) > 0) {
            // others write in between
        }
        return news;
    }

    @Override
    public long putBack(EditionId edition, Ended ended, Optional<AnswerCode> code) {
        PuttingBack puttingBack = new PuttingBack(edition, ended, code, clock.instant());
        long all = 0;
        int some;
        do {
            some = writes.writeOfDelivery("put dispatches of edition " + edition + " back", puttingBack::piece);
            all += some;
        } while (some > 0);
        return all;
    }

    @Override
    public long heldBack(EditionId edition) {
        return reads.read("count who is held back", session -> Waves.heldBack(session, edition));
    }

    @Override
    public Readership readership(String newsletter, String cadence) {
        return new ReadershipRows(reads, newsletter, cadence);
    }

    @Override
    public Epoch enlist(Duration lease) {
        return writes.writeOfDelivery("enlist a worker", session -> Workers.enlist(session, until(lease)));
    }

    @Override
    public boolean renew(Epoch epoch, Duration lease) {
        return writes.writeOfDelivery("renew a lease", session -> Workers.renew(session, epoch, until(lease)));
    }

    private Instant until(Duration lease) {
        return clock.instant().plus(lease);
    }

    @Override
    public void leave(Epoch epoch) {
        writes.writeOfDelivery("give an epoch up", session -> Workers.takeBackFrom(session, epoch, clock.instant()));
    }

    @Override
    public int takeBack() {
        Instant now = clock.instant();
        return writes.writeOfDelivery("take claims back", session -> Workers.takeBackExpired(session, now));
    }

    @Override
    public int takeBackAllBut(Epoch mine) {
        return writes.writeOfDelivery(
                "take claims back", session -> Workers.takeBackAllBut(session, mine, clock.instant()));
    }

    @Override
    public List<Dispatch> claim(Epoch epoch, int most, Gate gate) {
        Claiming.Round round;
        do { // each round is short, however many readers left or are put off
            round = turns.commit(session -> new Claiming(session, epoch, clock.instant(), gate).run(most));
        } while (round.claimed().isEmpty() && round.moved() > 0);
        return round.claimed();
    }

    @Override
    public void release(Epoch epoch, List<Dispatch> unused) {
        String sql = """
                update dispatch
                set state = 'PENDING', not_before = 0, epoch = null
                where id = ?
                  and epoch = ?
                  and state = 'CLAIMED'
                """;
        writes.writeOfDelivery("give claims back", session -> {
            for (Dispatch dispatch : unused) {
                session.update(sql, dispatch.id().value(), epoch.value());
                Cancelling.one(session, dispatch.id().value());
            }
            return unused;
        });
    }

    @Override
    public Journal journal(Epoch epoch, RetryPolicy policy) {
        return new JdbcJournal(turns, epoch, policy, clock);
    }

    TurnTimes turnTimes() {
        return turns.times();
    }

    @Override
    public Tally tally(EditionId edition) {
        return reads.read("count edition " + edition, session -> Tallies.tally(session, edition));
    }

    @Override
    public Optional<Instant> nextDue() {
        return reads.read("look when a dispatch is due", session -> Due.next(session, ClaimableEdition.all(session)));
    }

    @Override
    public Optional<Instant> nextDue(EditionId edition) {
        return reads.read(
                "look when a dispatch is due", session -> Due.next(session, ClaimableEdition.one(session, edition)));
    }

    @Override
    public List<Trouble> troubles(EditionId edition, DispatchState state, int most) {
        return reads.read(
                "list dispatches of edition " + edition, session -> Tallies.troubles(session, edition, state, most));
    }

    @Override
    public List<Answers.Count> answers(EditionId edition, int most) {
        return reads.read("count answers to edition " + edition, session -> Standings.answers(session, edition, most));
    }

    @Override
    public List<DomainTally> domains(EditionId edition, int most) {
        return reads.read(
                "count edition " + edition + " by domain", session -> Standings.domains(session, edition, most));
    }

    @Override
    public void each(EditionId edition, Set<DispatchState> states, Consumer<DispatchRow> each) {
        reads.read("read edition " + edition, session -> Standings.each(session, edition, states, each));
    }

    @Override
    public List<DomainCount> audience(String newsletter, String cadence) {
        return reads.read(
                "count the audience of " + newsletter, session -> Filling.audience(session, newsletter, cadence));
    }

    @Override
    public boolean hasAudience(String newsletter, String cadence) {
        return reads.read(
                "look for an audience of " + newsletter, session -> Filling.hasAudience(session, newsletter, cadence));
    }
}
