package gazette.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;

/**
 * Reads the documents of all fetches, so that many at once do not fill the memory: the first 256 kB of each right away,
 * the rest only with one of a few permits.
 *
 * <p>The permits go round in the order in which they were asked for. Whoever has one is still bound by its own time limit,
 * so a slow document keeps a permit for no longer than that; the clock of those who wait stands still, so that they are
 * not made to fail by it.
 */
final class Body {
    /** Longer documents need a permit; most feeds are shorter. */
    static final int SMALL = 256 * 1024;

    private final FetchLimits limits;
    private final Semaphore room;

    Body(FetchLimits limits) {
        this.limits = limits;
        this.room = new Semaphore(limits.large(), true);
    }

    /** All of what the server sends, unpacked; the connection can be used again afterwards. */
    byte[] read(ClassicHttpResponse response, TimeLimit time) throws IOException, InterruptedException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        InputStream sent = entity.getContent();
        InputStream document = new Packing(limits.octets(), tooMuch()).unpack(sent, encodings(response));
        byte[] start = document.readNBytes(SMALL);
        byte[] all = start.length < SMALL ? start : rest(start, document, time);
        toTheEnd(sent);
        return all;
    }

    private byte[] rest(byte[] start, InputStream document, TimeLimit time) throws IOException, InterruptedException {
        enter(time);
        try {
            byte[] rest = document.readAllBytes();
            byte[] all = Arrays.copyOf(start, start.length + rest.length);
            System.arraycopy(rest, 0, all, start.length, rest.length);
            return all;
        } finally {
            room.release();
        }
    }

    private void enter(TimeLimit time) throws Refused, InterruptedException {
        if (room.tryAcquire()) {
            return;
        }
        time.stop();
        Duration patience = limits.turn();
        boolean isIn = room.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        time.resume();
        if (!isIn) {
            throw new Refused("too many large documents came at once, and none of them ended within "
                    + Trouble.words(patience) + ": it is asked again the next time");
        }
    }

    /** Past what the unpacking left: the last chunk, or rubbish, of which no more than a little is taken. */
    private static void toTheEnd(InputStream sent) throws IOException {
        sent.readNBytes(8192);
    }

    private static List<String> encodings(ClassicHttpResponse response) {
        return Stream.of(response.getHeaders(HttpHeaders.CONTENT_ENCODING))
                .map(Header::getValue)
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .collect(Collectors.toList());
    }

    private String tooMuch() {
        return "the document is larger than " + limits.octets() / 1_000_000.0
                + " MB: no feed is; check the address, or ask" + " the publisher for a feed with fewer articles";
    }
}
