package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class KeptTest {
    @Test
    void whatWasNotAskedForTheLongestGoesFirst() {
        Kept<String, Long> kept = new Kept<>(100, octets -> octets);
        kept.keep("a", 40L);
        kept.keep("b", 40L);
        kept.find("a");

        kept.keep("c", 40L);

        assertThat(kept.find("a")).isPresent();
        assertThat(kept.find("b")).isEmpty();
        assertThat(kept.find("c")).isPresent();
        assertThat(kept.octets()).isEqualTo(80);
    }

    @Test
    void theNewestStaysHoweverLargeItIs() {
        Kept<String, Long> kept = new Kept<>(100, octets -> octets);
        kept.keep("a", 10L);

        kept.keep("b", 1000L);

        assertThat(kept.find("a")).isEmpty();
        assertThat(kept.find("b")).isPresent();
    }

    @Test
    void whatGrewSinceMakesRoomToo() {
        Kept<String, AtomicLong> kept = new Kept<>(100, AtomicLong::get);
        AtomicLong growing = kept.keep("a", new AtomicLong(10));
        growing.set(90);

        kept.keep("b", new AtomicLong(20));

        assertThat(kept.find("a")).isEmpty();
    }

    @Test
    void ofTwoWhoMakeTheSameTheFirstOneCounts() {
        Kept<String, String> kept = new Kept<>(100, thing -> 1);

        assertThat(kept.keep("a", "first")).isEqualTo("first");
        assertThat(kept.keep("a", "second")).isEqualTo("first");
    }
}
