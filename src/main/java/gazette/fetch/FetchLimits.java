package gazette.fetch;

import java.time.Duration;

/**
 * What a server may cost.
 *
 * @param octets of a document, unpacked, and of what is sent of it: more is refused
 * @param total for asking and reading, redirects included, but not for waiting in one's own queues
 * @param connect for finding the address, and for reaching it
 * @param idle between two octets of an answer
 * @param turn in a queue: for another fetch from the same server to end, or for room for a large document
 * @param redirects followed, at most
 * @param lineOctets of one line of a head
 * @param lines of a head
 * @param large documents, those of more than 256 kB, read at the same time
 */
public record FetchLimits(
        int octets,
        Duration total,
        Duration connect,
        Duration idle,
        Duration turn,
        int redirects,
        int lineOctets,
        int lines,
        int large) {
    /**
     * 10 MB: no feed that people read comes near it. 30 s in all, 10 s for each silence: a slow server of a small publisher
     * makes it, and a hundred that hang hold nobody up for long. 60 s in a queue: twice as long as the slowest in it.
     */
    public static final FetchLimits USUAL = new FetchLimits(
            10_000_000,
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            5,
            16_384,
            128,
            4);

    /**
     * For a picture, of which an edition has many and waits for all: 6 MB, more than a reader on the road would load.
     * 10 s in all, 5 s for each silence, 10 s in a queue.
     */
    public static final FetchLimits PICTURE = new FetchLimits(
            6_000_000,
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            5,
            16_384,
            128,
            2);

    /**
     * For asking whether a page is there, of which nothing is read: 10 s in all, 5 s for each silence, and 20 s in a queue,
     * for an edition may link to one site many times.
     */
    public static final FetchLimits PAGE = new FetchLimits(
            1_000_000,
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            8,
            16_384,
            128,
            1);
}
