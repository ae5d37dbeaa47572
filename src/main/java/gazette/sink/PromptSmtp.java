package gazette.sink;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/**
 * GreenMail's SMTP server with bounds on what it reads, with an inbox of ours behind it, and with TCP_NODELAY: it writes an
 * answer in pieces, each of which would wait some 40 ms for the client to acknowledge the one before.
 */
final class PromptSmtp extends SmtpServer {
    private final Inbox inbox;
    private final Allowance allowance = new Allowance();

    PromptSmtp(String host, int port, Inbox inbox) {
        super(new ServerSetup(port, host, ServerSetup.PROTOCOL_SMTP), anybody());
        this.inbox = inbox;
    }

    private static Managers anybody() {
        Managers managers = new Managers();
        managers.getUserManager().setAuthRequired(false);
        return managers;
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
        try {
            client.setTcpNoDelay(true);
            Meter meter = new Meter(client.getInputStream(), allowance);
            return new Dialogue(meter, client);
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
    }

    private final class Dialogue extends SmtpHandler {
        private final Meter meter;

        Dialogue(Meter meter, Socket client) {
            super(new Commands(meter, inbox), managers.getSmtpManager(), new MeteredSocket(client, meter));
            this.meter = meter;
        }

        @Override
        protected void handleCommand() throws IOException {
            meter.command();
            super.handleCommand();
        }

        @Override
        public void run() {
            super.run();
            meter.command();
        }
    }

    private static final class Commands extends SmtpCommandRegistry {
        private final SmtpCommand intake;

        Commands(Meter meter, Inbox inbox) {
            this.intake = new Intake(meter, inbox);
        }

        @Override
        public SmtpCommand getCommand(String name) {
            return name.equals("DATA") ? intake : super.getCommand(name);
        }
    }
}
