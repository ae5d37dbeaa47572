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
 * One SMTP session, from the banner on: Angus greets, secures and logs in; the commands of a turn are ours, one at a
 * time. For one thread.
 */
final class SmtpSession extends SMTPTransport {
    /** How much of a reply is kept, in characters: people read it, and it is stored with every dispatch. */
    private static final int MAX_WORDS = 400;

    /** How long a server may take over QUIT, which changes nothing any more. */
    private static final Duration QUIT = Duration.ofSeconds(2);

    private final DeadlineSocket line;
    private final Tls tls;
    private final SmtpServer.Timeouts timeouts;

    /**
     * @param line connected, but nothing was read
     * @param tls what STARTTLS, or the connection itself, is secured by
     */
    SmtpSession(Session session, URLName url, DeadlineSocket line, Tls tls, SmtpServer.Timeouts timeouts) {
        super(session, url);
        this.line = line;
        this.tls = tls;
        this.timeouts = timeouts;
    }

    /** Banner, EHLO, STARTTLS and AUTH as the session's properties ask for, over {@code socket}. */
    void begin(Socket socket) throws MessagingException {
        line.limit(timeouts.reply());
        connect(socket);
    }

    @Override
    protected void startTLS() throws MessagingException {
        super.startTLS();
        long replied = getLastServerResponse().chars().filter(c -> c == '\n').count();
        if (tls.linesBefore() != replied) {
            throw new MessagingException("the server went on in plain text after it had agreed to TLS");
        }
    }

    /** One command and its reply. {@code command} has no line end. */
    synchronized SmtpReply command(String command) throws BrokenOff {
        HeaderText.checked("an SMTP command", command);
        line.limit(timeouts.reply());
        try {
            simpleCommand(command.getBytes(StandardCharsets.UTF_8));
        } catch (MessagingException broken) {
            throw new BrokenOff(words(broken), broken);
        }
        return replied();
    }

    /** Writes one piece of content; it has to be taken within the time limit for content. */
    void write(Content content, int piece) throws BrokenOff {
        line.limit(timeouts.content());
        try {
            OutputStream out =
                    tls.secured().isPresent() ? tls.secured().get().getOutputStream() : line.getOutputStream();
            content.write(piece, out);
        } catch (IOException broken) {
            throw new BrokenOff(words(broken), broken);
        }
    }

    /** The reply to the final dot. */
    synchronized SmtpReply reply() throws BrokenOff {
        try {
            readServerResponse();
        } catch (MessagingException broken) {
            throw new BrokenOff(words(broken), broken);
        }
        return replied();
    }

    private SmtpReply replied() throws BrokenOff {
        String raw = getLastServerResponse();
        if (getLastReturnCode() == -1 && (raw.isEmpty() || raw.equals("[EOF]"))) {
            throw new BrokenOff("the server closed the connection");
        }
        Optional<SmtpReply> reply = getLastReturnCode() == -1 ? Optional.empty() : SmtpReply.read(raw);
        return reply.map(r -> new SmtpReply(r.code(), tidy(r.text())))
                .orElseThrow(() -> new BrokenOff("the server's answer is no SMTP reply: «" + tidy(raw) + "»"));
    }

    /** Says QUIT and waits a moment for the answer (RFC 5321 section 4.1.1.10); whatever it is, this is the end. */
    synchronized void quit() {
        line.limit(QUIT);
        try {
            simpleCommand("QUIT");
        } catch (MessagingException alreadyOver) {
            drop();
            return;
        }
        drop();
    }

    /** Closes the line without a word. Any thread may do so at any time. */
    void drop() {
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
