package gazette.delivery;

import gazette.delivery.SimulatedSession.Answer;
import gazette.mail.SmtpReply;
import java.time.Duration;

/** A process's end of a session with a simulated server. On the way anything can be cut off, held up or lost. */
final class SimulatedLine implements Line {
    private final Stage stage;
    private final SimulatedServer server;
    private final SimulatedProcess process;
    private final SimulatedSession session;
    private boolean closed;
    private boolean cutByUs;

    SimulatedLine(Stage stage, SimulatedServer server, SimulatedProcess process) {
        this.stage = stage;
        this.server = server;
        this.process = process;
        this.session = new SimulatedSession(stage, server, process);
    }

    boolean isOf(SimulatedProcess other) {
        return process == other;
    }

    @Override
    public boolean offers(String extension) {
        return server.ways().offers().contains(extension);
    }

    @Override
    public String parameter(String extension) {
        return "";
    }

    @Override
    public void write(Spliced octets, Phase phase) throws BrokenOff {
        int count = octets.length();
        process.step("write");
        check();
        if (session.isGone()) {
            if (stage.chance().happens(0.5)) {
                throw new BrokenOff("broken pipe");
            }
            return; // some buffer on the way took it
        }
        if (!server.fails(1)) {
            session.take(octets.toByteArray(), 0, count);
            return;
        }
        int cut = stage.chance().happens(0.4) ? count : stage.chance().upTo(count);
        process.note("cut after " + cut + " of " + count);
        session.take(octets.toByteArray(), 0, cut);
        breakOff(stage.chance().happens(0.5));
        if (stage.chance().happens(0.5)) {
            throw new BrokenOff("connection reset");
        }
    }

    @Override
    public SmtpReply reply(Phase phase) throws BrokenOff {
        process.step("reply");
        check();
        delay();
        if (!hasUnread()) {
            if (!session.isGone()) {
                stage.trace().violated("a client waits for a reply that nobody owes it");
            }
            throw new BrokenOff("the server closed the connection");
        }
        Answer answer = session.answers().remove();
        process.note(answer.text());
        return SmtpReply.read(answer.text()).orElseThrow();
    }

    private void delay() throws BrokenOff {
        if (!session.isGone() && server.fails(1)) {
            process.note("cut before the reply");
            breakOff(true);
        }
        if (!session.isGone() && server.fails(1)) {
            hangs();
        }
        if (!session.isGone() && server.fails(3)) {
            process.sleep(Duration.ofMillis(stage.chance().upTo(15_000)));
            check();
        }
    }

    private void hangs() throws BrokenOff {
        process.note("hangs");
        process.sleep(SimulatedServer.PATIENCE);
        breakOff(true);
        throw new BrokenOff("no reply in time");
    }

    private void check() throws BrokenOff {
        if (cutByUs || closed) {
            throw new BrokenOff("closed");
        }
    }

    /** The line is dead; what the server has said is lost with it, or still comes. */
    private void breakOff(boolean isLost) {
        session.end();
        if (isLost) {
            lose();
        }
    }

    private void lose() {
        session.answers().forEach(answer -> answer.taken().ifPresent(stage.truth()::isCut));
        session.answers().clear();
    }

    @Override
    public boolean hasUnread() {
        return !session.answers().isEmpty();
    }

    @Override
    public void quit() {
        process.step("quit");
    }

    @Override
    public void drop() {
        if (!closed && !session.isGone() && !cutByUs && !process.isOver()) {
            session.answers()
                    .forEach(answer -> answer.taken()
                            .ifPresent(reader -> stage.trace().violated("hung up on the answer for reader " + reader)));
        }
        closed = true;
        lose();
    }

    /** Somebody closed all lines of the process. */
    void isCutByUs() {
        cutByUs = true;
        lose();
    }
}
