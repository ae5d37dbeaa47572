package gazette.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoopbackTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "localhost.",
                "a.localhost",
                "127.0.0.1",
                "127.1.2.3",
                "::1",
                "0:0:0:0:0:0:0:1"
            })
    void aMachineMeansItselfByTheseNames(String name) {
        assertThat(Loopback.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost.example.org",
                "notlocalhost",
                "127.0.0.1.example.org",
                "128.0.0.1",
                "0.0.0.0",
                "::2",
                "2001:db8::1"
            })
    void itMeansAnotherByThose(String name) {
        assertThat(Loopback.isName(name)).isFalse();
    }

    @Test
    void anAddressOfTheWebIsHereWhenItsHostIs() {
        assertThat(Loopback.isHostOf(URI.create("http://[::1]:8080/a"))).isTrue();
        assertThat(Loopback.isHostOf(URI.create("http://127.0.0.1:8080"))).isTrue();
        assertThat(Loopback.isHostOf(URI.create("https://example.org/localhost")))
                .isFalse();
        assertThat(Loopback.isHostOf(URI.create("mailto:reader-1@localhost"))).isFalse();
    }
}
