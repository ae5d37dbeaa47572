package gazette.delivery;

import gazette.mail.HeaderText;
import gazette.mail.SmtpReply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The commands of one message, and what came back. Each has a reply of its own, in their order, however many go out
 * together (RFC 2920 section 3.1). For one thread.
 */
final class Envelope {
    /** The server closes the channel (RFC 5321 section 3.8). */
    static final int CLOSING = 421;

    /** What a command is for. */
    private enum Step {
        /** Ends what an earlier refusal may have left open. */
        RESET,
        SENDER,
        RECIPIENT,
        /** Asks for the content. */
        DATA,
        /** The content goes with the command, and the reply is to all of it. */
        CHUNK;

        /** Whether the server has not heard of the recipient yet. */
        private boolean isBeforeRecipient() {
            return this == RESET || this == SENDER;
        }
    }

    private record Command(Step step, String line) {
        private byte[] octets() {
            return line.getBytes(StandardCharsets.UTF_8);
        }
    }

    private final Parcel parcel;
    private final List<Command> commands = new ArrayList<>(4);
    private Optional<Outcome> outcome = Optional.empty();
    private Optional<Parting> end = Optional.empty();
    private boolean untried;
    private boolean open;
    private boolean broken;
    private boolean stoppedAtChunk;

    private Envelope(Parcel parcel) {
        this.parcel = parcel;
    }

    /** Of a message that goes by DATA; after the refusal of another one, RSET comes first. */
    static Envelope forData(Parcel parcel, Line line, boolean afterRefusal) {
        Envelope envelope = new Envelope(parcel);
        if (afterRefusal) {
            envelope.add(Step.RESET, "RSET");
        }
        return envelope.address(line).add(Step.DATA, "DATA");
    }

    /**
     * Of a message that goes as one chunk (RFC 3030 section 2). RSET comes first: when it is written, nobody knows yet
     * what became of the message before it.
     */
    static Envelope forChunk(Parcel parcel, Line line) {
        return new Envelope(parcel)
                .add(Step.RESET, "RSET")
                .address(line)
                .add(Step.CHUNK, "BDAT " + parcel.content().octets() + " LAST");
    }

    private Envelope address(Line line) {
        Letter letter = parcel.letter();
        String size = line.offers("SIZE") ? " SIZE=" + letter.size() : "";
        String utf8 = letter.needsSmtpUtf8() ? " SMTPUTF8" : "";
        return add(Step.SENDER, "MAIL FROM:<" + letter.sender().path() + ">" + size + utf8)
                .add(Step.RECIPIENT, "RCPT TO:<" + letter.recipient() + ">");
    }

    private Envelope add(Step step, String command) {
        commands.add(new Command(step, HeaderText.checked("an SMTP command", command) + "\r\n"));
        return this;
    }

    Parcel parcel() {
        return parcel;
    }

    /** All commands, for one write. */
    byte[] group() {
        Octets group = new Octets(256);
        commands.forEach(command -> group.add(command.line()));
        return group.toByteArray();
    }

    /** Writes all commands at once. */
    void say(Line line) {
        try {
            line.write(Spliced.of(group()), Line.Phase.COMMAND);
        } catch (BrokenOff gone) {
            breakOff(Step.SENDER, gone.words());
        }
    }

    /**
     * Hears the replies to commands that went out together: up to one that ends the session; or all of them, when those
     * to another message follow.
     */
    void hear(Line line) {
        for (Command command : commands) {
            if (!broken && (end.isEmpty() || isChunk())) {
                hear(command.step(), line);
            }
        }
    }

    /**
     * Writes one command after the other, each when the one before was taken, up to the first that is not.
     *
     * @param meanwhile done while the first reply is on its way
     */
    void ask(Line line, Runnable meanwhile) {
        Runnable once = meanwhile;
        for (Command command : commands) {
            if (outcome.isPresent()) {
                return;
            }
            try {
                line.write(Spliced.of(command.octets()), Line.Phase.COMMAND);
                once.run();
                once = () -> {};
                hear(command.step(), line);
                checkSilence(line);
            } catch (BrokenOff gone) {
                breakOff(command.step(), gone.words());
            }
        }
    }

    private void hear(Step step, Line line) {
        try {
            take(step, line.reply(step == Step.CHUNK ? Line.Phase.CONTENT : Line.Phase.COMMAND));
        } catch (BrokenOff gone) {
            breakOff(step, gone.words());
        }
    }

    /** When no reply is due any more: one that was not asked for would be taken for the answer to what comes next. */
    void checkSilence(Line line) {
        if (!broken && line.hasUnread()) {
            breakOff(Step.DATA, "the server said more than it was asked");
        }
    }

    private void take(Step step, SmtpReply reply) {
        open |= step == Step.DATA && reply.code().isIntermediate();
        Optional<Verdict> verdict = verdict(step, reply);
        if (outcome.isEmpty() && verdict.isPresent()) {
            outcome = Optional.of(verdict.get().outcome());
            stoppedAtChunk = step == Step.CHUNK && reply.code().value() != CLOSING;
            verdict.get().end().ifPresent(kind -> end(step, kind, reply.toString()));
        } else if (reply.code().value() == CLOSING
                || (step == Step.DATA && reply.code().isPositive())) {
            end(step, Parting.Kind.LOST, reply.toString());
        }
    }

    private Optional<Verdict> verdict(Step step, SmtpReply reply) {
        return switch (step) {
            case RESET ->
                reply.code().isPositive() ? Optional.empty() : Optional.of(Verdict.brokenOff(reply.toString()));
            case SENDER -> Verdict.ofMail(reply, parcel.letter().needsSmtpUtf8());
            case RECIPIENT -> Verdict.ofRecipient(reply);
            case DATA -> Verdict.ofData(reply);
            case CHUNK -> Optional.of(Verdict.ofContent(reply));
        };
    }

    private void breakOff(Step step, String words) {
        broken = true;
        stoppedAtChunk = isChunk() && outcome.isEmpty();
        end(step, Parting.Kind.LOST, words);
        if (outcome.isEmpty() && !isChunk()) {
            outcome = Optional.of(Verdict.brokenOff(words).outcome());
        }
    }

    private boolean isChunk() {
        return commands.get(commands.size() - 1).step() == Step.CHUNK;
    }

    private void end(Step step, Parting.Kind kind, String words) {
        if (end.isEmpty()) {
            end = Optional.of(new Parting(kind, words));
            untried = step.isBeforeRecipient() && kind != Parting.Kind.REFUSED;
        }
    }

    /**
     * What the message came to: a refusal, or with a chunk anything at all. Empty when content may go, and when a
     * connection that was lost leaves open whether the chunk was taken.
     */
    Optional<Outcome> outcome() {
        return outcome;
    }

    /** How the session ended over it; empty when it goes on. */
    Optional<Parting> end() {
        return end;
    }

    /** Whether the session ended before the server had heard of the recipient. */
    boolean isUntried() {
        return untried;
    }

    /** Whether the server waits for content, to whomever. */
    boolean isOpen() {
        return open;
    }

    /** Whether a chunk was what failed: the server refused it after all else, or broke off over the commands with it. */
    boolean isStoppedAtChunk() {
        return stoppedAtChunk;
    }

    /** Whether nothing more can be heard. */
    boolean isBroken() {
        return broken;
    }
}
