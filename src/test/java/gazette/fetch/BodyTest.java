package gazette.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How large documents share the room. */
@Timeout(30)
final class BodyTest {
    private static final int LARGE = 1_000_000;

    private final ScheduledExecutorService watchdog = Executors.newScheduledThreadPool(1);
    private final ExecutorService readers = Executors.newCachedThreadPool();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @AfterEach
    void stop() {
        readers.shutdownNow();
        watchdog.shutdownNow();
    }

    @Test
    void fewLargeDocumentsAreInTheMakingAtOnceAndAllAreRead() throws Exception {
        Body body = new Body(FetchCase.LIMITS);
        CountDownLatch allWantMore = new CountDownLatch(16);
        List<Future<byte[]>> reading = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            reading.add(readers.submit(
                    () -> read(body, new Large(allWantMore, allWantMore::countDown), Duration.ofSeconds(20))));
        }

        for (Future<byte[]> read : reading) {
            assertThat(read.get()).hasSize(LARGE);
        }
        assertThat(most).hasValue(FetchCase.LIMITS.large());
    }

    @Test
    void theClockOfThoseWhoWaitForRoomStandsStill() throws Exception {
        FetchLimits one = new FetchLimits(
                10_000_000,
                Duration.ofSeconds(5),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofSeconds(20),
                5,
                16_384,
                128,
                1);
        Body body = new Body(one);
        CountDownLatch held = new CountDownLatch(1);
        Future<byte[]> holding = readers.submit(() -> read(body, new Large(held, () -> {}), Duration.ofSeconds(20)));
        Future<byte[]> waiting;
        try (TimeLimit time = new TimeLimit(watchdog, Duration.ofMillis(300))) {
            org.awaitility.Awaitility.await().until(() -> inside.get() == 1);
            time.start(() -> {});
            waiting = readers.submit(() -> body.read(response(new Large(new CountDownLatch(0), () -> {})), time));
            watchdog.schedule(held::countDown, 900, TimeUnit.MILLISECONDS).get();

            assertThat(waiting.get()).hasSize(LARGE);
            assertThat(time.isOver()).isFalse();
        }
        assertThat(holding.get()).hasSize(LARGE);
    }

    private byte[] read(Body body, InputStream document, Duration total) throws IOException, InterruptedException {
        try (TimeLimit time = new TimeLimit(watchdog, total)) {
            time.start(() -> {});
            return body.read(response(document), time);
        }
    }

    private static ClassicHttpResponse response(InputStream document) {
        BasicClassicHttpResponse response = new BasicClassicHttpResponse(200);
        response.setEntity(new InputStreamEntity(document, ContentType.TEXT_XML));
        return response;
    }

    /** Goes past what needs no permit only when the latch is open; tells when it is about to. */
    private final class Large extends InputStream {
        private final CountDownLatch latch;
        private final Runnable arrived;
        private int given;

        Large(CountDownLatch latch, Runnable arrived) {
            this.latch = latch;
            this.arrived = arrived;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (given == LARGE) {
                return -1;
            }
            boolean isSmall = given < Body.SMALL;
            if (given == Body.SMALL) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                await();
            }
            int more = Math.min(length, (isSmall ? Body.SMALL : LARGE) - given);
            given += more;
            if (given == Body.SMALL) {
                arrived.run();
            }
            if (given == LARGE) {
                inside.decrementAndGet();
            }
            return more;
        }

        private void await() throws IOException {
            try {
                latch.await();
            } catch (InterruptedException toldToEnd) {
                throw new InterruptedIOException(toldToEnd.getMessage());
            }
        }
    }
}
