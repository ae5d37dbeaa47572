package gazette.delivery;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Messages as chunks over one session (RFC 3030 section 2), several in the gap at once: each hand-over is committed
 * before its content, and none waits for the reply to the one before. For one thread.
 */
final class Chunks {
    private static final byte[] NOTHING = {};

    private final Line line;
    private final Turns turns;
    private final Tenure tenure;
    private final int window;

    /** Messages in the gap, the oldest first. */
    private final ArrayDeque<Envelope> gap = new ArrayDeque<>();

    private Optional<Parting> end = Optional.empty();

    /** The server said that it closes: whatever it has not answered by then, it did not take. */
    private boolean closing;

    private boolean broken;

    /** @param window how many messages may be in the gap */
    Chunks(Line line, Turns turns, Tenure tenure, int window) {
        this.line = line;
        this.turns = turns;
        this.tenure = tenure;
        this.window = window;
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
        boolean isFull = gap.size() == window || tenure.isOver() || (!gap.isEmpty() && !turns.hasNow());
        return end.isPresent() || isFull ? Optional.empty() : turns.next(line);
    }

    private void send(Parcel parcel) {
        tenure.announce();
        Envelope envelope = Envelope.forChunk(parcel, line);
        Pieces pieces = parcel.content().chunk(envelope.group());
        int piece = 0;
        try {
            for (; piece < pieces.count(); piece++) {
                ByteBuffer octets = pieces.piece(piece, NOTHING);
                line.write(
                        octets.array(),
                        octets.arrayOffset() + octets.position(),
                        octets.remaining(),
                        Line.Phase.CONTENT);
            }
            gap.add(envelope);
        } catch (BrokenOff gone) {
            boolean whole = piece == pieces.count() - 1;
            Verdict verdict = whole ? Verdict.inDoubt(gone.words()) : Verdict.brokenOff(gone.words());
            turns.settle(parcel.dispatch(), verdict.outcome());
            ends(new Parting(Parting.Kind.LOST, gone.words()));
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
        turns.settle(oldest.parcel().dispatch(), oldest.outcome().orElseGet(this::unanswered));
        tenure.serve();
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
