package gazette.delivery;

/**
 * How a connection ended.
 *
 * @param words the server's or ours, for a person to read
 */
public record Parting(Kind kind, String words) {
    /** What the worker makes of it. */
    public enum Kind {
        /** There was nothing left to deliver, or the worker was asked to stop. */
        DONE,
        /** The session broke off or was closed on purpose: connect again. */
        LOST,
        /** No session came about: the server is away, busy, or refuses us. Wait, then try again. */
        UNREACHABLE,
        /** The server is there, and takes no further session now: it has enough, of ours or of all. */
        BUSY,
        /** The server refused the user or password, or TLS as demanded: waiting will not help, a person will. */
        REFUSED
    }
}
