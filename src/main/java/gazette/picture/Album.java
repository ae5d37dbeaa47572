package gazette.picture;

import gazette.article.EmbeddedPicture;
import gazette.edition.Illustrations.Shown;
import gazette.edition.Presentation.Pictures;
import gazette.picture.Gallery.Exhibit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of pictures that were looked at lately, in memory, so that a look at an edition waits for none of them
 * again. Guarded by its own monitor.
 */
public final class Album {
    /** In octets: the pictures of a few editions. */
    private static final long MOST_OCTETS = 8_000_000;

    private static final int MOST = 1_000;

    /** A server that failed may do better by then. */
    private static final Duration OF_A_FAILURE = Duration.ofMinutes(5);

    private static final Duration OF_A_PICTURE = Duration.ofHours(1);

    private final Clock clock;
    private final Map<Key, Seen> seen = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Key, Exhibit> wanted = new LinkedHashMap<>();
    private long octets;
    private long version;

    private record Key(String picture, Pictures pictures) {}

    private record Seen(Shown shown, Instant until) {}

    public Album(Clock clock) {
        this.clock = clock;
    }

    /** Changes whenever a picture from the web has come. */
    public synchronized long version() {
        return version;
    }

    /** Whether an edition was looked at that shows pictures which have not come yet. */
    public synchronized boolean isWaiting() {
        return !wanted.isEmpty();
    }

    synchronized Optional<Shown> find(Exhibit exhibit, Pictures pictures) {
        Seen found = seen.get(new Key(exhibit.key(), pictures));
        return Optional.ofNullable(found)
                .filter(one -> one.until().isAfter(clock.instant()))
                .map(Seen::shown);
    }

    synchronized void put(String picture, Pictures pictures, Shown shown) {
        Key key = new Key(picture, pictures);
        Duration good = shown.problem().isEmpty() ? OF_A_PICTURE : OF_A_FAILURE;
        Seen before = seen.put(key, new Seen(shown, clock.instant().plus(good)));
        octets += octets(shown) - (before == null ? 0 : octets(before.shown()));
        for (Iterator<Seen> eldest = seen.values().iterator(); isFull() && eldest.hasNext(); eldest.remove()) {
            octets -= octets(eldest.next().shown());
        }
    }

    private boolean isFull() {
        return octets > MOST_OCTETS || seen.size() > MOST;
    }

    private static long octets(Shown shown) {
        return shown.picture()
                .filter(EmbeddedPicture.class::isInstance)
                .map(picture -> (long) ((EmbeddedPicture) picture).octets().length)
                .orElse(0L);
    }

    /** Asks for a picture to be fetched when somebody has the time. */
    synchronized void want(Exhibit exhibit, Pictures pictures) {
        if (wanted.size() < MOST) {
            wanted.put(new Key(exhibit.key(), pictures), exhibit);
        }
    }

    /** Takes what is wanted of this kind. */
    synchronized List<Exhibit> wanted(Pictures pictures) {
        List<Exhibit> all = wanted.entrySet().stream()
                .filter(entry -> entry.getKey().pictures() == pictures)
                .map(Map.Entry::getValue)
                .toList();
        wanted.keySet().removeIf(key -> key.pictures() == pictures);
        return all;
    }

    synchronized void came(Map<String, Shown> pictures, Pictures kind) {
        pictures.forEach((key, shown) -> put(key, kind, shown));
        version++;
    }
}
