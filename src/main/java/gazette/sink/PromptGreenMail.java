package gazette.sink;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;

/**
 * GreenMail with TCP_NODELAY. It writes an answer in pieces, each of which would wait some 40 ms for the client to
 * acknowledge the one before: 0.4 s for reading one mailbox.
 */
final class PromptGreenMail extends GreenMail {
    private static final String SMTP = ServerSetup.PROTOCOL_SMTP;
    private static final String IMAP = ServerSetup.PROTOCOL_IMAP;

    PromptGreenMail(String host, int smtpPort, int imapPort) {
        super(new ServerSetup[] {new ServerSetup(smtpPort, host, SMTP), new ServerSetup(imapPort, host, IMAP)});
    }

    /** Called by GreenMail's constructor, and again when it is reset. */
    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        return Map.of(SMTP, new PromptSmtp(setups[0], managers), IMAP, new PromptImap(setups[1], managers));
    }

    int smtpPort() {
        return port(SMTP);
    }

    int imapPort() {
        return port(IMAP);
    }

    private int port(String protocol) {
        AbstractServer server = services.get(protocol);
        if (server == null) {
            throw new IllegalStateException("there is no server for " + protocol);
        }
        return server.getPort();
    }

    private static Socket prompt(Socket socket) {
        try {
            socket.setTcpNoDelay(true);
            return socket;
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class PromptSmtp extends SmtpServer {
        PromptSmtp(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket socket) {
            return super.createProtocolHandler(prompt(socket));
        }
    }

    private static final class PromptImap extends AbstractServer {
        PromptImap(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket socket) {
            return new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), prompt(socket));
        }
    }
}
