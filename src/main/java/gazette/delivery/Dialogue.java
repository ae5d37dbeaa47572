package gazette.delivery;

import gazette.mail.SmtpReply;
import java.util.Optional;

/**
 * Messages by DATA over one session. Where the server offers PIPELINING, the end of a message and the envelope of the
 * next one leave in one write, and their replies come back together (RFC 2920 section 3.1); else each command waits for
 * the reply to the one before. For one thread.
 */
final class Dialogue {
    private static final byte[] NOTHING = {};

    private final Line line;
    private final Turns turns;
    private final Tenure tenure;
    private final boolean pipelined;
    private Optional<Parting> end = Optional.empty();

    Dialogue(Line line, Turns turns, Tenure tenure) {
        this.line = line;
        this.turns = turns;
        this.tenure = tenure;
        this.pipelined = line.offers("PIPELINING");
    }

    /** Delivers until nothing is left for this session, or until the session ends: then says how. */
    Optional<Parting> deliver() {
        Optional<Envelope> now = announced(false);
        while (now.isPresent()) {
            now = turn(now.get());
        }
        return end;
    }

    /** The turn of a message whose envelope is under way; afterwards, that of the next one is. */
    private Optional<Envelope> turn(Envelope now) {
        if (pipelined) {
            now.hear(line);
            now.checkSilence(line);
        } else {
            now.ask(line, () -> turns.prepare(now.parcel()));
        }
        if (now.outcome().isPresent()) {
            return refused(now, now.outcome().get());
        }
        return turns.handOver(now.parcel().dispatch())
                ? content(now.parcel())
                : ends(new Parting(Parting.Kind.LOST, "a hand-over was called off after DATA"));
    }

    /** A session that has served may have reached the server's limit of messages: the next may take this dispatch. */
    private Optional<Envelope> refused(Envelope now, Outcome outcome) {
        if (now.isUntried() && tenure.hasServed()) {
            turns.carry(now.parcel().dispatch());
        } else {
            turns.settle(now.parcel().dispatch(), outcome);
        }
        if (now.end().isPresent()) {
            return ends(parting(now, now.end().get()));
        }
        tenure.serve();
        return now.isOpen() ? finished(Content.NONE.afterData(), Optional.empty()) : announced(true);
    }

    /** A server that ends a session before it has heard of any recipient is as good as away. */
    private Parting parting(Envelope now, Parting parting) {
        Parting.Kind kind =
                now.isUntried() ? tenure.hasServed() ? Parting.Kind.LOST : Parting.Kind.UNREACHABLE : parting.kind();
        return new Parting(kind, parting.words());
    }

    private Optional<Envelope> content(Parcel parcel) {
        Pieces pieces = parcel.content().afterData();
        try {
            for (int piece = 0; piece < pieces.count() - 1; piece++) {
                line.write(pieces.piece(piece), Line.Phase.CONTENT);
            }
        } catch (BrokenOff broken) {
            Verdict verdict = Verdict.brokenOff(broken.words());
            turns.settle(parcel.dispatch(), verdict.outcome());
            return ends(new Parting(Parting.Kind.LOST, broken.words()));
        }
        return finished(pieces, Optional.of(parcel.dispatch()));
    }

    /**
     * Writes the last piece of content, with the next envelope behind it, and hears what became of the message.
     *
     * @param dispatch empty when the content is a dot alone, which ends what has no recipient
     */
    private Optional<Envelope> finished(Pieces pieces, Optional<Dispatch> dispatch) {
        boolean afterRefusal = dispatch.isEmpty();
        Optional<Envelope> next = pipelined && turns.hasNow() ? picked(afterRefusal) : Optional.empty();
        Verdict verdict = closed(pieces, next);
        dispatch.ifPresent(d -> turns.settle(d, verdict.outcome()));
        if (verdict.end().isPresent()) {
            next.ifPresent(n -> turns.carry(n.parcel().dispatch()));
            return ends(new Parting(verdict.end().get(), verdict.outcome().words()));
        }
        tenure.serve();
        return next.isPresent() ? next : announced(afterRefusal);
    }

    private Verdict closed(Pieces pieces, Optional<Envelope> next) {
        try {
            line.write(pieces.last(next.map(Envelope::group).orElse(NOTHING)), Line.Phase.CONTENT);
            next.ifPresent(n -> turns.prepare(n.parcel()));
            SmtpReply reply = line.reply(Line.Phase.CONTENT);
            return Verdict.ofContent(reply);
        } catch (BrokenOff broken) {
            return Verdict.inDoubt(broken.words());
        }
    }

    private Optional<Envelope> announced(boolean afterRefusal) {
        Optional<Envelope> next = picked(afterRefusal);
        if (pipelined && next.isPresent()) {
            next.get().say(line);
            turns.prepare(next.get().parcel());
        }
        return next;
    }

    private Optional<Envelope> picked(boolean afterRefusal) {
        if (tenure.isOver()) {
            return Optional.empty();
        }
        Optional<Envelope> next = turns.next(line).map(parcel -> Envelope.forData(parcel, line, afterRefusal));
        next.ifPresent(n -> tenure.announce());
        return next;
    }

    private Optional<Envelope> ends(Parting parting) {
        end = Optional.of(parting);
        return Optional.empty();
    }
}
