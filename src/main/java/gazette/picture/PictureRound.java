package gazette.picture;

import gazette.article.LinkedPicture;
import gazette.edition.Illustrations.Shown;
import gazette.edition.Presentation.Pictures;
import gazette.fetch.Document;
import gazette.fetch.Fetched;
import gazette.fetch.Request;
import gazette.picture.Gallery.Exhibit;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Fetches the linked pictures of one edition: a few hosts at once, each for one picture after the other, and after each
 * picture a host goes to the end of the queue. For one edition. A host's own queue is seen by one thread at a time.
 */
final class PictureRound {
    /** Hosts at once, when all that is kept of a picture is its size. */
    private static final int LINKED = 8;
    /** Hosts at once, when pictures are decoded: each may hold one of 6 MB until its turn comes. */
    private static final int EMBEDDED = 3;

    private final PictureWeb web;
    private final Appraisal appraisal;
    private final int most;
    private final Queue<Deque<Exhibit>> hosts = new ConcurrentLinkedQueue<>();
    private final Map<String, Shown> shown = new ConcurrentHashMap<>();
    private final Set<String> withoutTls = ConcurrentHashMap.newKeySet();
    private volatile boolean isOver;

    PictureRound(PictureWeb web, Appraisal appraisal, Pictures pictures) {
        this.web = web;
        this.appraisal = appraisal;
        this.most = switch (pictures) {
            case LINK -> LINKED;
            case EMBED -> EMBEDDED;
        };
    }

    /** What becomes of each, by its key; of those whose time was not enough, too. */
    Map<String, Shown> run(List<Exhibit> linked) {
        hosts.addAll(byHost(linked));
        int workers = Math.min(most, hosts.size());
        CountDownLatch done = new CountDownLatch(workers);
        for (int i = 0; i < workers; i++) {
            start(done);
        }
        try {
            isOver = !done.await(web.patience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        isOver = true;
        Map<String, Shown> all = new HashMap<>();
        linked.forEach(exhibit -> all.put(
                exhibit.key(), shown.getOrDefault(exhibit.key(), Appraisal.asWritten(exhibit.picture(), tooLate()))));
        return all;
    }

    private String tooLate() {
        return "it did not come within the " + web.patience().toSeconds() + " s that all pictures have";
    }

    private static Collection<Deque<Exhibit>> byHost(List<Exhibit> linked) {
        Map<String, Deque<Exhibit>> hosts = new LinkedHashMap<>();
        linked.forEach(exhibit -> hosts.computeIfAbsent(host(address(exhibit)), host -> new ArrayDeque<>())
                .add(exhibit));
        return hosts.values();
    }

    private static URI address(Exhibit exhibit) {
        return ((LinkedPicture) exhibit.picture()).address();
    }

    private static String host(URI address) {
        return Optional.ofNullable(address.getRawAuthority()).orElse("").toLowerCase(Locale.ROOT);
    }

    private void start(CountDownLatch done) {
        try {
            web.threads().execute(() -> {
                try {
                    work();
                } finally {
                    done.countDown();
                }
            });
        } catch (RejectedExecutionException closing) { // the process ends: nobody waits for pictures any more
            done.countDown();
        }
    }

    private void work() {
        Deque<Exhibit> host = hosts.poll();
        while (host != null && !isOver) {
            Exhibit exhibit = host.remove();
            LinkedPicture written = (LinkedPicture) exhibit.picture();
            shown.put(exhibit.key(), Guarded.appraised(written, () -> appraised(written, exhibit)));
            if (!host.isEmpty()) {
                hosts.add(host);
            }
            host = hosts.poll();
        }
    }

    private Shown appraised(LinkedPicture written, Exhibit exhibit) {
        if (Appraisal.isHidden(written)) {
            return Appraisal.leftOut("");
        }
        Optional<URI> secured = secured(written.address());
        if (secured.isPresent()) {
            Fetched fetched = fetch(secured.get(), exhibit);
            if (fetched instanceof Document document
                    && PictureHeader.read(document.octets()).isPresent()) {
                return appraisal.of(written, secured.get(), fetched);
            }
            withoutTls.add(host(written.address()));
        }
        return appraisal.of(written, written.address(), fetch(written.address(), exhibit));
    }

    /** The same picture over TLS, which most servers have by now: mail programs and web pages like it better. */
    private Optional<URI> secured(URI address) {
        return "http".equalsIgnoreCase(address.getScheme())
                        && address.getPort() < 0
                        && !withoutTls.contains(host(address))
                ? Optional.of(URI.create("https" + address.toString().substring("http".length())))
                : Optional.empty();
    }

    private Fetched fetch(URI address, Exhibit exhibit) {
        return web.fetcher().fetch(Request.picture(address, web.allowed(exhibit.sources())));
    }
}
