package gazette.delivery;

import java.util.Iterator;
import javax.net.ssl.SSLSocketFactory;

/** Hands over by SMTP, in the plain dialogue: one command, one reply (RFC 5321 section 3.3). */
public final class SmtpCourier implements Courier {
    private final Letters letters;
    private final Opening opening;

    /** To {@code server}; TLS trusts what the JVM trusts. */
    public SmtpCourier(SmtpServer server, Letters letters) {
        this(server, letters, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    SmtpCourier(SmtpServer server, Letters letters, SSLSocketFactory trusted) {
        this.letters = letters;
        this.opening = new Opening(server, trusted);
    }

    /**
     * {@inheritDoc}
     *
     * <p>A session that ends at MAIL after it has served is replaced by another, once for a dispatch: servers take a
     * limited number of messages a session, and nobody should be deferred for being the next.
     */
    @Override
    public Parting deliver(Iterator<Dispatch> claimed, Journal journal) {
        if (!claimed.hasNext()) {
            return new Parting(Parting.Kind.DONE, "");
        }
        Conversation conversation = new Conversation(letters, claimed, journal);
        Parting parting;
        do {
            parting = overOneSession(conversation);
        } while (conversation.isCarrying());
        return parting;
    }

    private Parting overOneSession(Conversation conversation) {
        SmtpSession session;
        try {
            session = opening.open();
        } catch (NoSession none) {
            return conversation.without(none.parting());
        }
        return conversation.over(session);
    }

    @Override
    public void drop() {
        opening.drop();
    }
}
