package gazette.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A time that moves when the test moves it. */
final class HandTime {
    private static final Instant BEGIN = Instant.parse("2026-12-01T08:00:00Z");

    private long nanos;

    Time time() {
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return BEGIN.plusNanos(nanos);
            }
        };
        return new Time(clock, () -> nanos);
    }

    void forward(Duration by) {
        nanos += by.toNanos();
    }

    void forward(double seconds) {
        nanos += (long) (seconds * 1e9);
    }
}
