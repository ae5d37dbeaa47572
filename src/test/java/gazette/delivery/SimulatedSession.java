package gazette.delivery;

import gazette.delivery.Unread.Content;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalLong;

/** A server's end of a session: reads what it gets octet for octet, and answers each command at once. */
final class SimulatedSession {
    /** What the server says, and the reader whose message it has taken by it, if any. */
    record Answer(String text, OptionalLong taken) {}

    private final Stage stage;
    private final SimulatedServer server;
    private final SimulatedProcess process;
    private final ArrayDeque<Answer> answers = new ArrayDeque<>();
    private final Unread unread = new Unread();

    private long expected;
    private boolean inContent;
    private boolean begun;
    private boolean hasSender;
    private OptionalLong recipient = OptionalLong.empty();
    private int served;
    private boolean gone;

    SimulatedSession(Stage stage, SimulatedServer server, SimulatedProcess process) {
        this.stage = stage;
        this.server = server;
        this.process = process;
    }

    /** What was said, and is still on its way. */
    ArrayDeque<Answer> answers() {
        return answers;
    }

    /** Whether nothing that is sent arrives any more. */
    boolean isGone() {
        return gone;
    }

    void end() {
        gone = true;
    }

    void take(byte[] octets, int from, int count) {
        unread.add(octets, from, count);
        boolean goesOn = true;
        while (goesOn && !gone) {
            goesOn = inContent ? content() : expected > 0 ? chunk() : command();
        }
    }

    private boolean command() {
        Optional<String> command = unread.line();
        command.ifPresent(this::obey);
        return command.isPresent();
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
            stage.trace().violated("the server got «" + command + "»");
            answer("500 what");
        }
    }

    private void reset() {
        hasSender = false;
        recipient = OptionalLong.empty();
    }

    private void sender() {
        int most = server.ways().perSession();
        if (hasSender) {
            stage.trace().violated("MAIL came where it may not");
            answer("503 5.5.1 nested");
        } else if (server.fails(1) || (most > 0 && served >= most)) {
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
            stage.truth().isRefused(reader);
            answer("550 5.1.1 nobody");
        } else {
            recipient = OptionalLong.of(reader);
            answer("250 recipient");
        }
    }

    private void data() {
        boolean toNobody = server.ways().dataToNobody() && hasSender;
        if (recipient.isEmpty() && !toNobody) {
            answer("503 5.5.1 RCPT first");
        } else if (server.fails(1)) {
            answer(stage.chance().happens(0.3) ? "503 5.5.1 out of step" : "452 4.3.1 full");
            reset();
        } else {
            inContent = true;
            begun = false;
            answer("354 go on");
        }
    }

    private void beginsContent() {
        begun = true;
        recipient.ifPresent(reader -> stage.truth().beginsContent(process, reader));
    }

    private boolean content() {
        if (!begun && unread.hasBegunContent()) {
            beginsContent();
        }
        Optional<Content> content = unread.content();
        content.ifPresent(c -> {
            inContent = false;
            if (c.isEmpty() && recipient.isPresent()) {
                stage.trace().violated("an empty message");
            }
            whole(c.unstuffed());
        });
        return content.isPresent();
    }

    private boolean chunk() {
        Optional<String> octets = unread.octets((int) expected);
        octets.ifPresent(all -> {
            expected = 0;
            whole(all);
        });
        return octets.isPresent();
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
            stage.truth().isRefused(recipient.getAsLong());
            answer("554 5.6.0 not this");
        } else {
            stage.truth().isTaken(recipient.getAsLong(), octets);
            answers.add(new Answer("250 2.0.0 taken", recipient));
        }
        reset();
    }

    private void closes() {
        answer("421 4.3.2 closing");
        gone = true;
    }

    private void answer(String text) {
        answers.add(new Answer(text, OptionalLong.empty()));
    }
}
