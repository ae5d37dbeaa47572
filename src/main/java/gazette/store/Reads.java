package gazette.store;

/** Where reads go. Safe to use from many threads. */
interface Reads extends AutoCloseable {
    /** One consistent look at what is committed. Never waits for a writer, and never makes one wait. */
    <T> T read(String step, Work<T> work);

    /**
     * A connection with room for temporary tables, which are gone afterwards; the store's own can be read and not
     * written. Each statement sees what is committed when it begins.
     */
    <T> T scratch(String step, Work<T> work);

    /** A number that changes with every commit, whoever makes it. */
    long version();

    @Override
    void close();
}
