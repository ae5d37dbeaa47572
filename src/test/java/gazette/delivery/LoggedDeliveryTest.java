package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LoggedDeliveryTest {
    @Test
    void aServersWordsAreLoggedWithoutTheAddressInThem() {
        assertThat(LoggedDelivery.masked("550 5.1.1 <reader-1@example.org>: user unknown"))
                .isEqualTo("550 5.1.1 <address> user unknown");
    }
}
