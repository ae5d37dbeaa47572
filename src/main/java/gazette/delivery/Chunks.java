package gazette.delivery;

import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Messages as chunks over one session (RFC 3030 section 2), several in the gap at once: each hand-over is committed
 * before its content, and none waits for the reply to the one before. A server that has taken no chunk yet is shown
 * one at a time; what it says to that is held against no reader, because it may be the chunk that it does not know. For
 * one thread.
 */
final class Chunks {
    private static final byte[] NOTHING = {};

    private final Line line;
    private final Turns turns;
    private final Tenure tenure;
    private final int window;
    private final Offer offer;

    /** Messages in the gap, the oldest first. */
    private final ArrayDeque<Envelope> gap = new ArrayDeque<>();

    private Optional<Parting> end = Optional.empty();

    /** The server said that it closes: whatever it has not answered by then, it did not take. */
    private boolean closing;

    private boolean broken;

    /**
     * @param window how many messages may be in the gap
     * @param offer whether the server takes chunks, of which it is told
     */
    Chunks(Line line, Turns turns, Tenure tenure, int window, Offer offer) {
        this.line = line;
        this.turns = turns;
        this.tenure = tenure;
        this.window = window;
        this.offer = offer;
    }

    /** Whether {@code line}'s server takes messages in this way. */
    static boolean areTakenBy(Line line) {
        return line.offers("CHUNKING") && line.offers("PIPELINING");
    }

    /** Delivers until nothing is left for this session, or until the session ends: then says how. */
    Optional<Parting> deliver() {
        fill();
        while (!gap.isEmpty()) {
            settle(gap.remove());
            fill();
        }
        return end;
    }

    private void fill() {
        Optional<Parcel> next = picked();
        while (next.isPresent()) {
            turns.prepare(next.get());
            if (turns.handOver(next.get().dispatch())) {
                send(next.get());
            }
            next = picked();
        }
    }

    private Optional<Parcel> picked() {
        boolean isFull =
                gap.size() >= (offer.isProven() ? window : 1) || tenure.isOver() || (!gap.isEmpty() && !turns.hasNow());
        return end.isPresent() || isFull ? Optional.empty() : turns.next(line);
    }

    private void send(Parcel parcel) {
        tenure.announce();
        Envelope envelope = Envelope.forChunk(parcel, line);
        Pieces pieces = parcel.content().chunk(envelope.group());
        int piece = 0;
        try {
            for (; piece < pieces.count() - 1; piece++) {
                line.write(pieces.piece(piece), Line.Phase.CONTENT);
            }
            line.write(pieces.last(NOTHING), Line.Phase.CONTENT);
            gap.add(envelope);
        } catch (BrokenOff gone) {
            boolean whole = piece == pieces.count() - 1;
            Verdict verdict = whole ? Verdict.inDoubt(gone.words()) : Verdict.brokenOff(gone.words());
            turns.settle(parcel.dispatch(), verdict.outcome());
            ends(new Parting(Parting.Kind.LOST, gone.words()));
            if (offer.broken()) {
                giveUp(gone.words());
            }
        }
    }

    private void settle(Envelope oldest) {
        if (!broken) {
            oldest.hear(line);
            if (gap.isEmpty()) {
                oldest.checkSilence(line);
            }
        }
        broken |= oldest.isBroken();
        oldest.end().ifPresent(this::ends);
        turns.settle(oldest.parcel().dispatch(), judged(oldest));
        tenure.serve();
    }

    private Outcome judged(Envelope envelope) {
        Outcome outcome = envelope.outcome().orElseGet(this::unanswered);
        if (outcome instanceof Outcome.Accepted) {
            offer.kept();
        } else if (envelope.isStoppedAtChunk()) {
            return refused(outcome);
        }
        return outcome;
    }

    private Outcome refused(Outcome outcome) {
        boolean isUnproven = !offer.isProven();
        boolean isUnknown = Diagnosis.isMisunderstanding(outcome.words());
        if (isUnknown ? offer.denied() : offer.broken()) {
            giveUp(outcome.words());
        }
        return isUnproven && outcome instanceof Outcome.Rejected ? new Outcome.Deferred(outcome.words()) : outcome;
    }

    private void giveUp(String words) {
        end = Optional.of(new Parting(
                Parting.Kind.LOST,
                words + "; the server offers CHUNKING, and does not take it: from now on messages go by DATA"));
    }

    private Outcome unanswered() {
        String words = end.map(Parting::words).orElse("");
        return closing ? new Outcome.Deferred(words) : new Outcome.InDoubt(words);
    }

    private void ends(Parting parting) {
        closing |= parting.words().startsWith(Envelope.CLOSING + " ");
        if (end.isEmpty()) {
            end = Optional.of(parting);
        }
    }
}
