package gazette.cli;

import gazette.fetch.Fetched;
import gazette.fetch.Fetcher;
import gazette.fetch.Request;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client that is made when the first document is asked for. Its monitor guards the client. */
final class LazyFetcher implements Fetcher {
    private final Supplier<Fetcher> making;
    private @Nullable Fetcher client;
    private boolean isClosed;

    LazyFetcher(Supplier<Fetcher> making) {
        this.making = making;
    }

    @Override
    public Fetched fetch(Request request) {
        return client().fetch(request);
    }

    private synchronized Fetcher client() {
        if (isClosed) {
            throw new IllegalStateException("the workspace is closed");
        }
        Fetcher made = client == null ? making.get() : client;
        client = made;
        return made;
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        if (client != null) {
            client.close();
        }
    }
}
