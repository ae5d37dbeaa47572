package gazette.delivery;

import gazette.mail.SmtpReply;

/**
 * One SMTP session after its greeting, as a conversation uses it: octets go out, replies come in, each within a time
 * limit. Everything that decides what is said stands above it. For one thread, but for {@link #drop}.
 */
interface Line {
    /** What is under way, which decides how long the peer may take over it. */
    enum Phase {
        /** A command, or a group of them, and its reply. */
        COMMAND,
        /** Content: a piece to be taken, and the reply to the whole. */
        CONTENT
    }

    /** Whether the server offers {@code extension}, such as {@code PIPELINING} (RFC 5321 section 2.2). */
    boolean offers(String extension);

    /** What the server says with an extension, such as {@code 52428800} with SIZE; empty when it says nothing. */
    String parameter(String extension);

    /**
     * Writes {@code octets} at once.
     *
     * @throws BrokenOff when the peer did not take them all; it may have some
     */
    void write(Spliced octets, Phase phase) throws BrokenOff;

    /**
     * The next reply.
     *
     * @throws BrokenOff when none comes in time, or what comes is no reply
     */
    SmtpReply reply(Phase phase) throws BrokenOff;

    /** Whether something has come in already that no {@link #reply} has taken. */
    boolean hasUnread();

    /** Says QUIT and waits a moment for the answer (RFC 5321 section 4.1.1.10); whatever it is, this is the end. */
    void quit();

    /** Closes the line without a word. Any thread may do so at any time. */
    void drop();
}
