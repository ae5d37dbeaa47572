package gazette.store;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.delivery.PaceBook;
import gazette.delivery.PaceBook.Slowed;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What every {@link PaceBook} promises. */
abstract class PaceBookContract {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    abstract PaceBook book();

    @Test
    void theNewestOfEachAccountAndDomainIsKept() {
        book().keep(new Slowed("main", "example.org", 5.5, NOON));
        book().keep(new Slowed("main", "", 20, NOON.plusSeconds(1)));
        book().keep(new Slowed("main", "example.org", 2.5, NOON.plusSeconds(2)));
        book().keep(new Slowed("spare", "example.org", 9, NOON.minusSeconds(1)));

        assertThat(book().since(NOON))
                .containsExactly(
                        new Slowed("main", "", 20, NOON.plusSeconds(1)),
                        new Slowed("main", "example.org", 2.5, NOON.plusSeconds(2)));
        assertThat(book().since(NOON.minusSeconds(1))).hasSize(3);
    }

    @Test
    void aDayOfWarmUpIsUsedOnceByEachAccount() {
        assertThat(book().reserve("main", DAY, 50, 120)).isEqualTo(50);
        assertThat(book().reserve("main", DAY, 50, 120)).isEqualTo(50);
        assertThat(book().reserve("main", DAY, 50, 120)).isEqualTo(20);
        assertThat(book().reserve("main", DAY, 50, 120)).isZero();
        assertThat(book().reserve("spare", DAY, 50, 120)).isEqualTo(50);
        assertThat(book().reserve("main", DAY.plusDays(1), 50, 120)).isEqualTo(50);
    }

    @Test
    void whatIsGivenBackIsThereAgain() {
        book().reserve("main", DAY, 50, 50);

        book().giveBack("main", DAY, 7);

        assertThat(book().reserved("main", DAY)).isEqualTo(43);
        assertThat(book().reserved("main", DAY.plusDays(1))).isZero();
        assertThat(book().reserve("main", DAY, 50, 50)).isEqualTo(7);
    }

    @Test
    void aSmallerAllowanceThanWasUsedGivesNothing() {
        book().reserve("main", DAY, 50, 50);

        assertThat(book().reserve("main", DAY, 50, 10)).isZero();
    }
}
