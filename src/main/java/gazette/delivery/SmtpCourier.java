package gazette.delivery;

import java.util.Iterator;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLSocketFactory;

/**
 * Hands over by SMTP: in chunks, pipelined, or one command and one reply at a time (RFC 5321 section 3.3), as the server
 * offers and, as long as this lives, has not been seen to break.
 */
public final class SmtpCourier implements Courier {
    private final SmtpServer.Sessions sessions;
    private final Letters letters;
    private final Lines lines;
    private final LongSupplier nanos;
    private final Offers offers = new Offers();

    /** To {@code server}; TLS trusts what the JVM trusts. */
    public SmtpCourier(SmtpServer server, Letters letters) {
        this(server, letters, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    SmtpCourier(SmtpServer server, Letters letters, SSLSocketFactory trusted) {
        this(server, letters, trusted, System::nanoTime);
    }

    /**
     * @param trusted makes sockets that trust the right certificates
     * @param nanos a clock for durations
     */
    SmtpCourier(SmtpServer server, Letters letters, SSLSocketFactory trusted, LongSupplier nanos) {
        this(server.sessions(), letters, new Opening(server, trusted), nanos);
    }

    SmtpCourier(SmtpServer.Sessions sessions, Letters letters, Lines lines, LongSupplier nanos) {
        this.sessions = sessions;
        this.letters = letters;
        this.lines = lines;
        this.nanos = nanos;
    }

    /**
     * {@inheritDoc}
     *
     * <p>A session that has served its time, or that ends at MAIL after it has served, is replaced by another: servers
     * take a limited number of messages a session, and nobody should be deferred for being the next.
     */
    @Override
    public Parting deliver(Iterator<Dispatch> claimed, Journal journal) {
        if (!claimed.hasNext()) {
            return new Parting(Parting.Kind.DONE, "");
        }
        Conversation conversation = new Conversation(letters, claimed, journal, sessions, offers, nanos);
        Parting parting;
        do {
            parting = overOneSession(conversation);
        } while (conversation.goesOn());
        return parting;
    }

    private Parting overOneSession(Conversation conversation) {
        Line session;
        try {
            session = lines.open();
        } catch (NoSession none) {
            return conversation.without(none.parting());
        }
        return conversation.over(session);
    }

    @Override
    public void drop() {
        lines.drop();
    }
}
