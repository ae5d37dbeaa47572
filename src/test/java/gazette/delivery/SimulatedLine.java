package gazette.delivery;

import gazette.delivery.Simulation.Node;
import gazette.mail.SmtpReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * A session with a simulated server, from both ends. The server reads what it gets octet for octet and answers each
 * command at once; on its way anything can be cut off, held up or lost.
 */
final class SimulatedLine implements Line {
    /** What the server says, and whether it has taken a message by it. */
    private record Answer(String text, OptionalLong taken) {
        Answer(String text) {
            this(text, OptionalLong.empty());
        }
    }

    private final SimulatedServer server;
    private final Node process;
    private final ArrayDeque<Answer> answers = new ArrayDeque<>();

    private byte[] unread = {};
    private long expected;
    private boolean inContent;
    private boolean begun;
    private boolean hasSender;
    private OptionalLong recipient = OptionalLong.empty();
    private int served;

    private boolean gone;
    private boolean closed;
    private boolean cutByUs;

    SimulatedLine(SimulatedServer server, Node process) {
        this.server = server;
        this.process = process;
    }

    boolean isOf(Node other) {
        return process == other;
    }

    @Override
    public boolean offers(String extension) {
        return server.offers.contains(extension);
    }

    @Override
    public String parameter(String extension) {
        return "";
    }

    @Override
    public void write(byte[] octets, int from, int count, Phase phase) throws BrokenOff {
        server.simulation.step(process, "write");
        check();
        if (gone) {
            if (server.simulation.happens(0.5)) {
                throw new BrokenOff("broken pipe");
            }
            return; // some buffer on the way took it
        }
        if (!server.fails(1)) {
            take(octets, from, count);
            return;
        }
        int cut = server.simulation.happens(0.4) ? count : server.simulation.upTo(count);
        server.simulation.note(process, "cut after " + cut + " of " + count);
        take(octets, from, cut);
        breakOff(server.simulation.happens(0.5));
        if (server.simulation.happens(0.5)) {
            throw new BrokenOff("connection reset");
        }
    }

    @Override
    public SmtpReply reply(Phase phase) throws BrokenOff {
        server.simulation.step(process, "reply");
        check();
        if (!gone && server.fails(1)) {
            server.simulation.note(process, "cut before the reply");
            breakOff(true);
        }
        if (!gone && server.fails(1)) {
            hangs();
        }
        if (!gone && server.fails(3)) {
            server.simulation.sleep(process, Duration.ofMillis(server.simulation.upTo(15_000)));
            check();
        }
        if (answers.isEmpty()) {
            if (!gone) {
                server.simulation.violated("a client waits for a reply that nobody owes it");
            }
            throw new BrokenOff("the server closed the connection");
        }
        Answer answer = answers.remove();
        server.simulation.note(process, answer.text());
        return SmtpReply.read(answer.text()).orElseThrow();
    }

    private void hangs() throws BrokenOff {
        server.simulation.note(process, "hangs");
        server.simulation.sleep(process, SimulatedServer.PATIENCE);
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
        gone = true;
        if (isLost) {
            lose();
        }
    }

    private void lose() {
        answers.forEach(answer -> answer.taken().ifPresent(server.simulation.truth()::isCut));
        answers.clear();
    }

    @Override
    public boolean hasUnread() {
        return !answers.isEmpty();
    }

    @Override
    public void quit() {
        server.simulation.step(process, "quit");
    }

    @Override
    public void drop() {
        if (!closed && !gone && !cutByUs && !process.isOver()) {
            answers.forEach(answer -> answer.taken()
                    .ifPresent(reader -> server.simulation.violated("hung up on the answer for reader " + reader)));
        }
        closed = true;
        lose();
    }

    /** Somebody closed all lines of the process. */
    void isCutByUs() {
        cutByUs = true;
        lose();
    }

    private void take(byte[] octets, int from, int count) {
        byte[] all = Arrays.copyOf(unread, unread.length + count);
        System.arraycopy(octets, from, all, unread.length, count);
        unread = all;
        boolean goesOn = true;
        while (goesOn && !gone) {
            goesOn = inContent ? content() : expected > 0 ? chunk() : command();
        }
    }

    private boolean command() {
        int end = indexOf("\r\n", 0);
        if (end < 0) {
            return false;
        }
        String command = new String(unread, 0, end, StandardCharsets.UTF_8);
        unread = Arrays.copyOfRange(unread, end + 2, unread.length);
        obey(command);
        return true;
    }

    private void obey(String command) {
        if (command.equals("RSET")) {
            reset();
            answer("250 reset");
        } else if (command.startsWith("MAIL FROM:<")) {
            sender();
        } else if (command.startsWith("RCPT TO:<reader-")) {
            recipient(Long.parseLong(command.substring(16, command.indexOf('@'))));
        } else if (command.equals("DATA")) {
            data();
        } else if (command.matches("BDAT \\d+ LAST")) {
            expected = Long.parseLong(command.split(" ")[1]);
            beginsContent();
        } else {
            server.simulation.violated("the server got «" + command + "»");
            answer("500 what");
        }
    }

    private void reset() {
        hasSender = false;
        recipient = OptionalLong.empty();
    }

    private void sender() {
        if (hasSender) {
            server.simulation.violated("MAIL came where it may not");
            answer("503 5.5.1 nested");
        } else if (server.fails(1) || (server.perSession > 0 && served >= server.perSession)) {
            closes();
        } else if (server.fails(1)) {
            answer("451 4.3.0 later");
        } else {
            hasSender = true;
            answer("250 sender");
        }
    }

    private void recipient(long reader) {
        if (!hasSender) {
            answer("503 5.5.1 MAIL first");
        } else if (server.fails(1)) {
            closes();
        } else if (server.fails(2)) {
            answer("450 4.2.0 busy");
        } else if (server.fails(1)) {
            server.simulation.truth().isRefused(reader);
            answer("550 5.1.1 nobody");
        } else {
            recipient = OptionalLong.of(reader);
            answer("250 recipient");
        }
    }

    private void data() {
        boolean toNobody = server.dataToNobody && hasSender;
        if (recipient.isEmpty() && !toNobody) {
            answer("503 5.5.1 RCPT first");
        } else if (server.fails(1)) {
            answer(server.simulation.happens(0.3) ? "503 5.5.1 out of step" : "452 4.3.1 full");
            reset();
        } else {
            inContent = true;
            begun = false;
            answer("354 go on");
        }
    }

    private void beginsContent() {
        begun = true;
        recipient.ifPresent(reader -> server.simulation.truth().beginsContent(process, reader));
    }

    private boolean content() {
        boolean isLoneDot = startsWith(".\r\n");
        boolean mayBeLoneDot =
                ".\r\n".startsWith(new String(unread, 0, Math.min(3, unread.length), StandardCharsets.US_ASCII));
        if (unread.length > 0 && !begun && !isLoneDot && !(mayBeLoneDot && unread.length < 3)) {
            beginsContent();
        }
        int end = isLoneDot ? 0 : indexOf("\r\n.\r\n", 0);
        if (end < 0) {
            return false;
        }
        byte[] stuffed = Arrays.copyOf(unread, isLoneDot ? 0 : end + 2);
        unread = Arrays.copyOfRange(unread, isLoneDot ? 3 : end + 5, unread.length);
        inContent = false;
        if (isLoneDot && recipient.isPresent()) {
            server.simulation.violated("an empty message");
        }
        whole(new String(stuffed, StandardCharsets.ISO_8859_1).replaceAll("(?md)^\\.", ""));
        return true;
    }

    private boolean chunk() {
        if (unread.length < expected) {
            return false;
        }
        String octets = new String(unread, 0, (int) expected, StandardCharsets.ISO_8859_1);
        unread = Arrays.copyOfRange(unread, (int) expected, unread.length);
        expected = 0;
        whole(octets);
        return true;
    }

    /** The server has a whole message, and answers for it. */
    private void whole(String octets) {
        served++;
        if (recipient.isEmpty()) {
            answer("503 5.5.1 RCPT first");
        } else if (server.fails(1)) {
            answer("451 4.3.0 later");
        } else if (server.fails(0.5)) {
            closes();
        } else if (server.fails(0.5)) {
            server.simulation.truth().isRefused(recipient.getAsLong());
            answer("554 5.6.0 not this");
        } else {
            server.simulation.truth().isTaken(recipient.getAsLong(), octets);
            answers.add(new Answer("250 2.0.0 taken", recipient));
        }
        reset();
    }

    private void closes() {
        answer("421 4.3.2 closing");
        gone = true;
    }

    private void answer(String text) {
        answers.add(new Answer(text));
    }

    private boolean startsWith(String text) {
        return unread.length >= text.length()
                && text.equals(new String(unread, 0, text.length(), StandardCharsets.US_ASCII));
    }

    private int indexOf(String text, int from) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        for (int at = from; at + wanted.length <= unread.length; at++) {
            if (Arrays.equals(unread, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
