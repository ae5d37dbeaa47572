package gazette.text;

import gazette.article.Article;
import gazette.article.FolderSource;
import gazette.article.Origin;
import gazette.article.Problem;
import gazette.article.SourceLanguage;
import gazette.article.SourceReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Lists a folder and reads its files. Immutable; safe to use from many threads. */
public final class FolderReader {
    /** In octets; an article of a hundred pages has fewer. */
    private static final long LARGE = 1 << 20;

    private final Clock clock;
    private final Duration settling;
    private final Object large = new Object();

    /**
     * @param settling a file that changed less than this ago may still be being written and is left for the next time;
     *     zero to take all
     */
    public FolderReader(Clock clock, Duration settling) {
        this.clock = clock;
        this.settling = settling;
    }

    /**
     * Reads one file wherever it lies, with the picture beside it, as a source would; stores nothing.
     *
     * @param zone where a date line without a zone was written
     * @param language how to know the language of a text
     */
    public static TextReading parse(Path file, ZoneId zone, SourceLanguage language) {
        Path absolute = file.toAbsolutePath().normalize();
        String place = file.toString();
        if (!Files.isRegularFile(absolute)) {
            return TextReading.refused(place, "there is no such file: correct the name");
        }
        try {
            Path real = absolute.toRealPath();
            Path folder = real.resolveSibling("").normalize();
            Origin origin = new Origin("file:" + folder, String.valueOf(real.getFileName()));
            return new TextFile(folder, real, place, origin, zone, language)
                    .read(any -> true)
                    .orElseThrow(() -> new AssertionError("every file counts as settled"));
        } catch (IOException unreadable) {
            return TextReading.refused(
                    place, "the file cannot be read (" + unreadable.getMessage() + "): check its permissions");
        }
    }

    /** The text files of {@code folder} and of the folders below, by name; empty when it is not there. */
    public static List<TextFile> files(FolderSource folder) {
        return FolderListing.of(folder).files();
    }

    /**
     * Reads every text file of {@code folder} and of the folders below, by name. What is hidden and what is no text is
     * passed over; what cannot be read is a problem, and the rest is read.
     */
    public SourceReading read(FolderSource folder) {
        FolderListing listing = FolderListing.of(folder);
        Instant now = clock.instant();
        List<Article> articles = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(listing.problems());
        for (Optional<TextReading> reading : readings(listing.files(), now)) {
            reading.flatMap(TextReading::article).ifPresent(articles::add);
            reading.map(TextReading::problems).ifPresent(problems::addAll);
        }
        return new SourceReading(articles, problems);
    }

    /** Of each file, in their order. Two read at the same time: most of it is taking texts apart. */
    private List<Optional<TextReading>> readings(List<TextFile> files, Instant now) {
        List<Optional<TextReading>> readings = new ArrayList<>(Collections.nCopies(files.size(), Optional.empty()));
        AtomicInteger next = new AtomicInteger();
        Runnable reader = () -> {
            for (int at = next.getAndIncrement(); at < files.size(); at = next.getAndIncrement()) {
                readings.set(at, reading(files.get(at), now));
            }
        };
        if (files.size() < 2) {
            reader.run();
            return readings;
        }
        CompletableFuture<Void> other = CompletableFuture.runAsync(reader, FolderReader::start);
        reader.run();
        other.join();
        return readings;
    }

    private static void start(Runnable reader) {
        Thread thread = new Thread(reader, "gazette-reader");
        thread.setDaemon(true);
        thread.start();
    }

    /** There is memory for one large text at a time. */
    private Optional<TextReading> reading(TextFile file, Instant now) {
        if (file.path().toFile().length() <= LARGE) {
            return file.read(path -> isSettled(path, now));
        }
        synchronized (large) {
            return file.read(path -> isSettled(path, now));
        }
    }

    /** Also when its clock is far ahead of ours: such a file would never be read else. */
    private boolean isSettled(Path file, Instant now) {
        try {
            Duration age = Duration.between(Files.getLastModifiedTime(file).toInstant(), now);
            return age.abs().compareTo(settling) >= 0;
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }
}
