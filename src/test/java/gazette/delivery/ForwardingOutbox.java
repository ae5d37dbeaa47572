package gazette.delivery;

import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.InDoubtPolicy;
import gazette.subscriber.Readership;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** An outbox before another one, which does all the work; made to be extended by whoever does some of it differently. */
abstract class ForwardingOutbox implements Outbox {
    private final Outbox real;

    ForwardingOutbox(Outbox real) {
        this.real = real;
    }

    @Override
    public Audience fill(Edition edition, Duration cooldown, InDoubtPolicy inDoubt, Optional<Integer> firstWave) {
        return real.fill(edition, cooldown, inDoubt, firstWave);
    }

    @Override
    public Readership readership(String newsletter, String cadence) {
        return real.readership(newsletter, cadence);
    }

    @Override
    public boolean hasAudience(String newsletter, String cadence) {
        return real.hasAudience(newsletter, cadence);
    }

    @Override
    public Epoch enlist(Duration lease) {
        return real.enlist(lease);
    }

    @Override
    public boolean renew(Epoch epoch, Duration lease) {
        return real.renew(epoch, lease);
    }

    @Override
    public void leave(Epoch epoch) {
        real.leave(epoch);
    }

    @Override
    public int takeBack() {
        return real.takeBack();
    }

    @Override
    public int takeBackAllBut(Epoch mine) {
        return real.takeBackAllBut(mine);
    }

    @Override
    public List<Dispatch> claim(Epoch epoch, int most, Gate gate) {
        return real.claim(epoch, most, gate);
    }

    @Override
    public void release(Epoch epoch, List<Dispatch> unused) {
        real.release(epoch, unused);
    }

    @Override
    public Journal journal(Epoch epoch, RetryPolicy policy) {
        return real.journal(epoch, policy);
    }

    @Override
    public boolean cancel(EditionId edition) {
        return real.cancel(edition);
    }

    @Override
    public long putBack(EditionId edition, Ended ended, Optional<AnswerCode> code) {
        return real.putBack(edition, ended, code);
    }

    @Override
    public long heldBack(EditionId edition) {
        return real.heldBack(edition);
    }

    @Override
    public Tally tally(EditionId edition) {
        return real.tally(edition);
    }

    @Override
    public Optional<Instant> nextDue() {
        return real.nextDue();
    }

    @Override
    public Optional<Instant> nextDue(EditionId edition) {
        return real.nextDue(edition);
    }

    @Override
    public List<Trouble> troubles(EditionId edition, DispatchState state, int most) {
        return real.troubles(edition, state, most);
    }

    @Override
    public List<Answers.Count> answers(EditionId edition, int most) {
        return real.answers(edition, most);
    }

    @Override
    public List<DomainTally> domains(EditionId edition, int most) {
        return real.domains(edition, most);
    }

    @Override
    public void each(EditionId edition, Set<DispatchState> states, Consumer<DispatchRow> each) {
        real.each(edition, states, each);
    }

    @Override
    public List<DomainCount> audience(String newsletter, String cadence) {
        return real.audience(newsletter, cadence);
    }
}
