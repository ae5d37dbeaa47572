package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gazette.delivery.Forecast.Left;
import gazette.delivery.PaceBook.Slowed;
import gazette.store.memory.MemoryPaceBook;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What is said of the time that is left. The day is the first of December, eight o'clock. */
final class ForecastTest {
    private static final Map<String, Long> ANYWHERE = Map.of();
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    private final HandTime hand = new HandTime();
    private final PaceBook book = new MemoryPaceBook();

    @Test
    void withoutAnyLimitItIsTheRateThatWasMeasured() {
        Forecast forecast = forecast(account("main", Rates.NONE));

        assertThat(forecast.left(1000, ANYWHERE, 50)).hasValue(new Left(1000, Duration.ofSeconds(20)));
        assertThat(forecast.left(1000, ANYWHERE, 0)).isEmpty();
        assertThat(forecast.dependsOnDomains()).isFalse();
    }

    @Test
    void thePaceOfAnAccountCountsBeforeAnythingWasMeasuredAndAfterAFastBeginning() {
        Forecast forecast = forecast(account("main", new Rates(Optional.of(20.0), Map.of())));

        assertThat(seconds(forecast.left(1900, ANYWHERE, 0))).isCloseTo(100, within(1.0));
        assertThat(seconds(forecast.left(1900, ANYWHERE, 500))).isCloseTo(100, within(1.0));
        assertThat(seconds(forecast.left(1900, ANYWHERE, 10))).isCloseTo(190, within(1.0));
    }

    @Test
    void theSlowestDomainIsDoneLast() {
        Forecast forecast = forecast(account("main", new Rates(Optional.empty(), Map.of("gmail.com", 20.0))));
        Map<String, Long> domains = Map.of("gmail.com", 1900L, "orange.fr", 50_000L);

        assertThat(forecast.dependsOnDomains()).isTrue();
        assertThat(seconds(forecast.left(51_900, domains, 1000))).isCloseTo(100, within(1.0));
    }

    @Test
    void whatWasLearntOfADomainCountsToo() {
        book.keep(new Slowed("main", "gmail.com", 10, hand.time().clock().instant()));
        hand.forward(10);
        Forecast forecast = forecast(account("main", Rates.NONE));

        assertThat(forecast.dependsOnDomains()).isTrue();
        assertThat(seconds(forecast.left(1000, Map.of("gmail.com", 950L), 300))).isCloseTo(100, within(1.0));
    }

    @Test
    void accountsAddUpAndASpareDoesNot() {
        Rates twenty = new Rates(Optional.of(20.0), Map.of());
        SmtpAccount spare = new SmtpAccount("spare", Sample.server(1), 0, Rates.NONE, Optional.empty());

        assertThat(seconds(forecast(account("a", twenty), account("b", twenty), spare)
                        .left(3800, ANYWHERE, 0)))
                .isCloseTo(100, within(1.0));
    }

    @Test
    void aDayOfWarmUpThatEndsIsSaidWithTheDayOfTheLast() {
        SmtpAccount account = warming(100, 250);
        book.reserve("main", TODAY, 40, 100);
        Forecast forecast = forecast(account);

        assertThat(forecast.left(60, ANYWHERE, 10)).hasValue(new Left(60, Duration.ofSeconds(6)));
        assertThat(forecast.left(160, ANYWHERE, 10))
                .as("100 tomorrow, from midnight on")
                .hasValue(new Left(60, Duration.ofHours(16).plusSeconds(10)));
        assertThat(forecast.left(1000, ANYWHERE, 10))
                .as("690 on the day after, without a limit")
                .hasValue(new Left(60, Duration.ofHours(40).plusSeconds(69)));
    }

    @Test
    void whenNothingMoreGoesTodayThatIsKnownThoughNothingMoves() {
        book.reserve("main", TODAY, 100, 100);

        assertThat(forecast(warming(100, 250)).left(10, ANYWHERE, 0)).hasValue(new Left(0, Duration.ofHours(16)));
    }

    @Test
    @Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
    void withoutAnAccountNothingIsReckoned() {
        assertThatThrownBy(() -> forecast().left(10, ANYWHERE, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no account");
    }

    private Forecast forecast(SmtpAccount... accounts) {
        return new Forecast(List.of(accounts), book, hand.time());
    }

    private static SmtpAccount account(String name, Rates rates) {
        return new SmtpAccount(name, Sample.server(1), 1, rates, Optional.empty());
    }

    private static SmtpAccount warming(Integer... perDay) {
        WarmUp plan = new WarmUp(TODAY, Arrays.asList(perDay));
        return new SmtpAccount("main", Sample.server(1), 1, Rates.NONE, Optional.of(plan));
    }

    private static double seconds(Optional<Left> left) {
        return left.orElseThrow().time().toMillis() / 1000.0;
    }
}
