package gazette.studio;

import gazette.config.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when a file was saved that pages are made of. One thread of its own; many events of one save are told as one
 * change, once the files have been still for a moment.
 */
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("gazette.studio");

    /** An editor that truncates, writes and renames is done by then; nobody sees that it passed. */
    private static final long STILL_MILLIS = 15;

    /** A file that is written all the time is told of nevertheless. */
    private static final int MOST_STIRS = 10;

    private static final long PATIENCE_MILLIS = 10_000;

    private final Supplier<Settings> settings;
    private final Consumer<Changed> told;
    private final CountDownLatch isClosed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::watch, "watch");
    private List<Watched> files;
    private volatile Saves saves;

    /**
     * What was saved.
     *
     * @param files with what they are; those of which nobody knows are missing
     * @param kinds at least one
     */
    record Changed(TreeMap<Path, Watched.What> files, Set<Watched.What> kinds) {}

    /**
     * @param settings that say which files there are; asked again after each change
     * @param told of each change, on the watching thread
     */
    Watch(Supplier<Settings> settings, Consumer<Changed> told) {
        this(settings, told, Watch::notified);
    }

    Watch(Supplier<Settings> settings, Consumer<Changed> told, Supplier<Saves> first) {
        this.settings = settings;
        this.told = told;
        this.files = Watched.of(settings.get());
        this.saves = first.get();
        follow();
        thread.setDaemon(true);
        thread.start();
    }

    private static Saves notified() {
        try {
            return new NotifiedSaves();
        } catch (IOException noneToBeHad) {
            return new PolledSaves();
        }
    }

    /** Falls back to looking itself where the system follows no more folders. */
    private void follow() {
        try {
            saves.follow(files);
        } catch (IOException tooMany) {
            fallBack(tooMany);
        }
    }

    private void fallBack(IOException why) {
        LOG.warn("the system does not tell of saved files, so they are looked at each second: {}", why.getMessage());
        saves.close();
        saves = new PolledSaves();
        try {
            saves.follow(files);
        } catch (IOException unreadable) {
            LOG.warn("files cannot be watched: {}", unreadable.getMessage());
        }
    }

    private void watch() {
        try {
            while (isClosed.getCount() > 0) {
                once();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() throws InterruptedException {
        try {
            Changed changed = changed(calm(saves.touched(PATIENCE_MILLIS)));
            if (!changed.kinds().isEmpty()) {
                told.accept(changed);
                files = Watched.of(settings.get());
                follow();
            }
        } catch (IOException failed) {
            fallBack(failed);
            isClosed.await(PATIENCE_MILLIS / 10, TimeUnit.MILLISECONDS);
        }
    }

    private Touched calm(Touched first) throws IOException, InterruptedException {
        Touched all = first;
        for (int stirs = 0; stirs < MOST_STIRS && !changed(all).kinds().isEmpty(); stirs++) {
            Touched more = saves.touched(STILL_MILLIS);
            if (more.isNothing()) {
                break;
            }
            all = all.and(more);
        }
        return all;
    }

    private Changed changed(Touched touched) {
        TreeMap<Path, Watched.What> known = new TreeMap<>();
        touched.files()
                .forEach(file -> Watched.holding(files, file).ifPresent(watched -> known.put(file, watched.what())));
        Set<Watched.What> kinds = touched.isAnything() ? Set.of(Watched.What.values()) : Set.copyOf(known.values());
        return new Changed(known, kinds);
    }

    @Override
    public void close() {
        isClosed.countDown();
        saves.close();
        thread.interrupt();
    }
}
