package gazette.sink;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A mail server that takes every message for every recipient and sends none on. Safe to use from many threads.
 *
 * <p>Mailboxes are in memory and gone when the sink is closed. They hold 8 MB of messages in all; the oldest go first.
 * Any user may log in to IMAP as a recipient's address, with any password.
 */
public final class Sink implements AutoCloseable {
    private final PromptGreenMail server;
    private final Inbox inbox;

    private Sink(PromptGreenMail server, Inbox inbox) {
        this.server = server;
        this.inbox = inbox;
    }

    /**
     * A sink that listens when this returns.
     *
     * @param host the address of this machine to listen on; a sink has no log-in, so loopback is the one to give
     * @param smtpPort 0 for any free one
     * @param imapPort 0 for any free one
     * @throws SinkPortTaken when another program has the port, or the address is not this machine's
     */
    public static Sink start(String host, int smtpPort, int imapPort) {
        checkFree(host, smtpPort);
        checkFree(host, imapPort);
        PromptGreenMail server = new PromptGreenMail(host, smtpPort, imapPort);
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        try {
            server.start();
        } catch (IllegalStateException takenSinceTheCheck) {
            server.stop();
            throw new SinkPortTaken(host, smtpPort, takenSinceTheCheck);
        }
        UserManager users = server.getUserManager();
        Room room = new Room(server.getManagers().getImapHostManager());
        users.setMessageDeliveryHandler(makingRoom(room, users.getMessageDeliveryHandler()));
        return new Sink(server, new Inbox(host, server.imapPort()));
    }

    /** GreenMail prints a stack trace for a taken port, so it is only asked for free ones. */
    private static void checkFree(String host, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw new SinkPortTaken(host, port, e);
        }
    }

    private static MessageDeliveryHandler makingRoom(Room room, MessageDeliveryHandler mailboxes) {
        return (message, recipient) -> {
            GreenMailUser user = mailboxes.handle(message, recipient);
            try {
                room.make(user, message.getMessage().getSize());
            } catch (FolderException e) {
                throw new UserException("making room for " + user.getLogin(), e);
            }
            return user;
        };
    }

    /** Where SMTP listens. */
    public int smtpPort() {
        return server.smtpPort();
    }

    /** Where IMAP listens. */
    public int imapPort() {
        return server.imapPort();
    }

    /**
     * All messages of all recipients, read over IMAP, the newest first.
     *
     * @throws SinkProblem when they cannot be read
     */
    public List<CaughtMessage> messages() {
        return server.getUserManager().listUser().stream()
                .map(GreenMailUser::getLogin)
                .sorted()
                .flatMap(address -> inbox.messages(address).stream())
                .sorted(Comparator.comparing(CaughtMessage::received).reversed())
                .toList();
    }

    /**
     * The message of this id, read over IMAP; empty when there is none, or it had to make room.
     *
     * @throws SinkProblem when it cannot be read
     */
    public Optional<CaughtMessage> message(String id) {
        return MessageKey.parse(id)
                .filter(key -> server.getUserManager().hasUser(key.address()))
                .flatMap(inbox::message);
    }

    /** Forgets all messages and stops listening. */
    @Override
    public void close() {
        server.stop();
    }
}
