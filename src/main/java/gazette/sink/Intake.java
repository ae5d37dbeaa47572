package gazette.sink;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * DATA (RFC 5321 section 4.1.1.4), into the inbox as it comes. GreenMail's own would parse the message first, every part
 * of it, and add lines of its own.
 */
final class Intake extends SmtpCommand {
    /** Stands before the message while it is read: GreenMail cuts four octets off its end, though it may have fewer. */
    private static final byte[] LEAD = "LEAD".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] LINE_END = {'\r', '\n'};

    private final Meter meter;
    private final Inbox inbox;

    Intake(Meter meter, Inbox inbox) {
        this.meter = meter;
        this.inbox = inbox;
    }

    @Override
    public void execute(SmtpConnection client, SmtpState state, SmtpManager manager, String line) throws IOException {
        MovingMessage envelope = state.getMessage();
        if (envelope.getReturnPath() == null) {
            client.send("503 5.5.1 Say MAIL first");
        } else if (envelope.getToAddresses().isEmpty()) {
            client.send("503 5.5.1 Say RCPT first");
        } else {
            client.send("354 Go on; end with a dot on a line of its own");
            take(client, envelope);
            state.clearMessage();
        }
    }

    private void take(SmtpConnection client, MovingMessage envelope) throws IOException {
        meter.message();
        byte[] content;
        try (InputStream in = client.dotLimitedInputStream(LEAD)) {
            content = whole(in);
        } catch (IllegalStateException endedInTheMiddle) {
            client.quit();
            return;
        }
        if (meter.refusal().isEmpty()) {
            String sender = String.valueOf(envelope.getReturnPath().getEmail());
            inbox.take(
                    sender,
                    envelope.getToAddresses().stream()
                            .map(MailAddress::getEmail)
                            .toList(),
                    content);
        }
        client.send(meter.refusal().orElse("250 2.0.0 Taken"));
    }

    /** The message with its last line end, which GreenMail takes for a part of the end mark. */
    private static byte[] whole(InputStream in) throws IOException {
        if (in.skip(LEAD.length) < LEAD.length) {
            return new byte[0];
        }
        int size = in.available();
        byte[] content = new byte[size + LINE_END.length];
        in.readNBytes(content, 0, size);
        System.arraycopy(LINE_END, 0, content, size, LINE_END.length);
        return content;
    }
}
