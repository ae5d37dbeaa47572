package gazette.delivery;

/** Where a courier gets its sessions. Safe to use from many threads. */
interface Lines {
    /** A session after its greeting, which the caller closes. */
    Line open() throws NoSession;

    /** Closes every line at once, and opens no more. */
    void drop();
}
