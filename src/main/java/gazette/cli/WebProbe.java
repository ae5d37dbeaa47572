package gazette.cli;

import gazette.check.LinkProbe;
import gazette.fetch.Fetched;
import gazette.fetch.Fetcher;
import gazette.fetch.Request;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks servers whether pages are there: many servers at a time, each for one page after the other, and none inside a private
 * network. A server that wants to be asked less often says nothing of its pages.
 */
final class WebProbe implements LinkProbe {
    /** For all pages together; who has not answered by then is not said to be broken. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Fetcher fetcher;
    private final Executor threads;
    private final Duration patience;

    WebProbe(Fetcher fetcher, Executor threads) {
        this(fetcher, threads, PATIENCE);
    }

    WebProbe(Fetcher fetcher, Executor threads, Duration patience) {
        this.fetcher = fetcher;
        this.threads = threads;
        this.patience = patience;
    }

    @Override
    public Map<URI, Doubt> doubts(Set<URI> addresses) {
        Map<URI, CompletableFuture<Optional<Doubt>>> asked = new LinkedHashMap<>();
        addresses.forEach(page -> asked.put(page, CompletableFuture.supplyAsync(() -> doubt(page), threads)));
        await(CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new)));
        Map<URI, Doubt> doubts = new LinkedHashMap<>();
        asked.forEach((page, answer) -> answer.getNow(Optional.empty()).ifPresent(doubt -> doubts.put(page, doubt)));
        return doubts;
    }

    private Optional<Doubt> doubt(URI page) {
        Fetched answer = fetcher.fetch(Request.page(page));
        if (answer instanceof Fetched.Gone) {
            return Optional.of(new Doubt(Kind.NO_PAGE, "its server says that it is gone for good (410)"));
        }
        return answer instanceof Fetched.Failed failed ? doubt(failed) : Optional.empty();
    }

    private static Optional<Doubt> doubt(Fetched.Failed failed) {
        return switch (failed.obstacle()) {
            case BUSY -> Optional.empty();
            case CLOSED -> Optional.of(new Doubt(Kind.REFUSED, failed.what()));
            case NOT_FOUND, FORBIDDEN, TROUBLE -> Optional.of(new Doubt(Kind.NO_PAGE, failed.what()));
        };
    }

    private void await(CompletableFuture<Void> all) {
        try {
            all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            all.cancel(false);
        } catch (ExecutionException bug) {
            throw new IllegalStateException("a page could not be asked for", bug);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
