package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TimeBoxTest {
    private static final RenderLimits SHORT = new RenderLimits(Duration.ofMillis(30), 100, 64L << 20);

    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(2);

    @AfterEach
    void release() {
        release.countDown();
    }

    /** As a regular expression does that tries for ever. */
    private String deafToInterrupts() {
        while (true) {
            try {
                release.await();
                ended.countDown();
                return "done";
            } catch (InterruptedException ignoredAsARegularExpressionDoes) {
                // goes on
            }
        }
    }

    @Test
    void afterTwoRunsThatCannotBeEndedNoOtherIsBegun() {
        TimeBox box = new TimeBox(SHORT);
        Callable<String> deaf = this::deafToInterrupts;
        assertThatThrownBy(() -> box.run(deaf)).hasMessageContaining("more than 30 ms");
        assertThatThrownBy(() -> box.run(deaf)).hasMessageContaining("more than 30 ms");

        assertThatThrownBy(() -> box.run(() -> "not begun"))
                .isInstanceOf(Overrun.class)
                .hasMessageContaining("2 runs before it cannot be ended");
    }

    @Test
    void onceOneOfThemEndsTheNextIsBegun() throws InterruptedException, ExecutionException, Overrun {
        TimeBox box = new TimeBox(SHORT);
        assertThatThrownBy(() -> box.run(this::deafToInterrupts)).isInstanceOf(Overrun.class);
        assertThatThrownBy(() -> box.run(this::deafToInterrupts)).isInstanceOf(Overrun.class);

        release.countDown();
        ended.await();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("gazette-render")) {
                thread.join();
            }
        }

        assertThat(box.run(() -> "begun")).isEqualTo("begun");
    }

    @Test
    void workThatCanBeStoppedLeavesRoomForMore() throws ExecutionException, Overrun {
        TimeBox box = new TimeBox(SHORT);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> box.run(() -> {
                        release.await();
                        return "";
                    }))
                    .isInstanceOf(Overrun.class);
        }

        assertThat(box.run(() -> "begun")).isEqualTo("begun");
    }
}
