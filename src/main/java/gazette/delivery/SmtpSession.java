package gazette.delivery;

import gazette.mail.HeaderText;
import gazette.mail.SmtpReply;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One SMTP session, from the banner on: Angus greets, secures and logs in; from then on the octets out and the replies in
 * are ours. For one thread.
 */
final class SmtpSession extends SMTPTransport implements Line {
    private static final String CRAM_MD5 = "CRAM-MD5";

    /** How much of a reply is kept, in characters: people read it, and it is stored with every dispatch. */
    private static final int MAX_WORDS = 400;

    /** How long a server may take over QUIT, which changes nothing any more. */
    private static final Duration QUIT = Duration.ofSeconds(2);

    private final DeadlineSocket line;
    private final Tls tls;
    private final SmtpServer.Timeouts timeouts;
    private final SmtpServer.Auth auth;
    private Optional<Replies> replies = Optional.empty();
    private boolean greeted;

    /**
     * @param line connected, but nothing was read
     * @param tls what STARTTLS, or the connection itself, is secured by
     * @param auth how to log in, if at all
     */
    SmtpSession(
            Session session,
            URLName url,
            DeadlineSocket line,
            Tls tls,
            SmtpServer.Timeouts timeouts,
            SmtpServer.Auth auth) {
        super(session, url);
        this.line = line;
        this.tls = tls;
        this.timeouts = timeouts;
        this.auth = auth;
    }

    /** Banner, EHLO, STARTTLS and AUTH as the session's properties ask for, over {@code socket}. */
    void begin(Socket socket) throws MessagingException {
        line.limit(timeouts.reply());
        connect(socket);
    }

    /** Now that it is known what the server offers, chooses how to log in. */
    @Override
    protected boolean ehlo(String name) throws MessagingException {
        greeted = true;
        boolean taken = super.ehlo(name);
        setSASLMechanisms(new String[] {CRAM_MD5});
        setSASLEnabled(auth == SmtpServer.Auth.CRAM_MD5 || (auth == SmtpServer.Auth.AUTOMATIC && prefersDigest()));
        return taken;
    }

    /** Whether the banner came. */
    boolean isGreeted() {
        return greeted;
    }

    /** A digest keeps the password from whoever listens; over TLS nobody does, and servers know PLAIN better. */
    private boolean prefersDigest() {
        boolean passwordIsSafe = tls.secured().isPresent();
        boolean takesPassword = supportsAuthentication("PLAIN") || supportsAuthentication("LOGIN");
        return supportsAuthentication(CRAM_MD5) && !(passwordIsSafe && takesPassword);
    }

    @Override
    protected void startTLS() throws MessagingException {
        super.startTLS();
        long replied = getLastServerResponse().chars().filter(c -> c == '\n').count();
        if (tls.linesBefore() != replied) {
            throw new MessagingException("the server went on in plain text after it had agreed to TLS");
        }
    }

    @Override
    public boolean offers(String extension) {
        return supportsExtension(extension);
    }

    @Override
    public String parameter(String extension) {
        String parameter = getExtensionParameter(extension);
        return parameter == null ? "" : parameter;
    }

    @Override
    public void write(Spliced octets, Phase phase) throws BrokenOff {
        line.limit(limit(phase));
        try {
            if (tls.secured().isPresent()) {
                tls.secured().get().getOutputStream().write(octets.toByteArray());
            } else {
                line.write(octets);
            }
        } catch (IOException broken) {
            throw new BrokenOff(words(broken), broken);
        }
    }

    private OutputStream out() throws IOException {
        return tls.secured().isPresent() ? tls.secured().get().getOutputStream() : line.getOutputStream();
    }

    @Override
    public SmtpReply reply(Phase phase) throws BrokenOff {
        line.expect(limit(phase));
        try {
            return replies().next();
        } catch (IOException broken) {
            throw new BrokenOff(words(broken), broken);
        }
    }

    private Duration limit(Phase phase) {
        return switch (phase) {
            case COMMAND -> timeouts.reply();
            case CONTENT -> timeouts.content();
        };
    }

    /** Angus reads no more than it asks for by now: what it has in its own buffer came unasked, and is left there. */
    private Replies replies() throws IOException {
        if (replies.isEmpty()) {
            replies = Optional.of(new Replies(
                    tls.secured().isPresent() ? tls.secured().get().getInputStream() : line.getInputStream()));
        }
        return replies.get();
    }

    @Override
    public boolean hasUnread() {
        return replies.filter(Replies::hasUnread).isPresent();
    }

    @Override
    public void quit() {
        byte[] quit = "QUIT\r\n".getBytes(StandardCharsets.US_ASCII);
        try {
            line.limit(QUIT);
            out().write(quit);
            line.expect(QUIT);
            replies().next();
        } catch (IOException | BrokenOff alreadyOver) {
            drop();
            return;
        }
        drop();
    }

    @Override
    public void drop() {
        try {
            line.close();
        } catch (IOException closedAllTheSame) {
            throw new UncheckedIOException(closedAllTheSame);
        }
    }

    /** The innermost reason of {@code failure}, on one line. */
    static String words(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        String message = inner.getMessage();
        return tidy(message == null ? inner.getClass().getSimpleName() : message);
    }

    /** {@code text} as one short line without control characters, whatever a server put into it. */
    static String tidy(String text) {
        String line = HeaderText.onOneLine(text);
        return line.codePointCount(0, line.length()) <= MAX_WORDS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_WORDS)) + "…";
    }
}
