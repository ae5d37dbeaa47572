package gazette.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PrivateNetworksTest {
    @Test
    void anEntryAllowsWhatItNamesAndNothingElse() {
        PrivateNetworks allowed =
                new PrivateNetworks(List.of("10.1.2.3", "172.16.4.0/22", "fd00:1::/32", "Intranet.example.org"));

        assertThat(allowed.allows("x", at("10.1.2.3"))).isTrue();
        assertThat(allowed.allows("x", at("10.1.2.4"))).isFalse();
        assertThat(allowed.allows("x", at("172.16.7.255"))).isTrue();
        assertThat(allowed.allows("x", at("172.16.8.0"))).isFalse();
        assertThat(allowed.allows("x", at("172.16.3.255"))).isFalse();
        assertThat(allowed.allows("x", at("fd00:1:ffff::1"))).isTrue();
        assertThat(allowed.allows("x", at("fd00:2::1"))).isFalse();
        assertThat(allowed.allows("intranet.EXAMPLE.org", at("192.168.0.1"))).isTrue();
        assertThat(allowed.allows("a.intranet.example.org", at("192.168.0.1"))).isFalse();
        assertThat(PrivateNetworks.NONE.allows("x", at("127.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "10.0.0.0/8",
                "0.0.0.0/0",
                "::1",
                "fd00::/8",
                "::ffff:10.0.0.1",
                "intranet",
                "a_b.example.org"
            })
    void anEntryIsAnAddressANetworkOrAHostName(String entry) {
        assertThat(PrivateNetworks.objection(entry)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.1.2",
                "10.1.2.256",
                "010.1.2.3",
                "2130706433",
                "0x7f.1",
                "10.0.0.0/33",
                "fd00::/129",
                "10.0.0.0/",
                "http://intranet.example.org",
                "*.example.org",
                "fe80::1%eth0",
                "intranet.example.org:8080"
            })
    void anythingElseIsObjectedToWithARemedy(String entry) {
        assertThat(PrivateNetworks.objection(entry))
                .hasValueSatisfying(why -> assertThat(why).contains("'" + entry + "'", "10.1.0.0/16"));
    }

    private static InetAddress at(String address) {
        return Optional.of(address).flatMap(Network::address).orElseThrow();
    }
}
