package gazette.fetch;

/** Fetches documents (port). Safe to use from many threads. */
public interface Fetcher extends AutoCloseable {
    /**
     * Asks once, following redirects. Returns within the time limit, whatever the server does; never throws for the
     * network or the server.
     */
    Fetched fetch(Request request);

    @Override
    void close();
}
