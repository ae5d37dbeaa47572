package gazette.fetch;

import gazette.article.Network;
import gazette.article.PrivateNetworks;
import gazette.fetch.Fetched.Obstacle;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which addresses are those of the open web: those that the registries of special addresses (RFC 6890 section 2.2) do not
 * keep for something else, and that hide none of these.
 */
final class OpenWeb {
    private static final Map<Network, String> CLOSED = closed();
    private static final Network GLOBAL_IPV6 = network("2000::/3");
    private static final Network NAT64 = network("64:ff9b::/96");
    private static final Network SIX_TO_FOUR = network("2002::/16");
    private static final Network TEREDO = network("2001::/32");
    private static final Network COMPATIBLE = network("::/96");
    private static final Network TRANSLATED = network("::ffff:0:0:0/96");

    private OpenWeb() {}

    private static Map<Network, String> closed() {
        Map<Network, String> closed = new LinkedHashMap<>();
        closed.put(network("0.0.0.0/8"), "an address of this machine");
        closed.put(network("127.0.0.0/8"), "an address of this machine");
        closed.put(network("::/128"), "an address of this machine");
        closed.put(network("::1/128"), "an address of this machine");
        closed.put(network("10.0.0.0/8"), "a private address");
        closed.put(network("172.16.0.0/12"), "a private address");
        closed.put(network("192.168.0.0/16"), "a private address");
        closed.put(network("fc00::/7"), "a private address");
        closed.put(network("fec0::/10"), "a private address");
        closed.put(network("100.64.0.0/10"), "an address inside a provider's network");
        closed.put(network("169.254.0.0/16"), "an address of the local link");
        closed.put(network("fe80::/10"), "an address of the local link");
        closed.put(network("224.0.0.0/4"), "an address of many at once");
        closed.put(network("ff00::/8"), "an address of many at once");
        for (String reserved : new String[] {
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "240.0.0.0/4",
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20"
        }) {
            closed.put(network(reserved), "a reserved address");
        }
        return closed;
    }

    private static Network network(String text) {
        return Network.parse(text).orElseThrow();
    }

    /** What {@code address} is instead of one of the open web; empty when it is one. */
    static Optional<String> objection(InetAddress address) {
        Optional<InetAddress> hidden = hidden(address);
        if (hidden.isPresent()) {
            return objection(hidden.get())
                    .map(what -> what + " in disguise (" + hidden.get().getHostAddress() + ")");
        }
        Optional<String> known = CLOSED.entrySet().stream()
                .filter(entry -> entry.getKey().contains(address))
                .map(Map.Entry::getValue)
                .findFirst();
        boolean isOther = address.getAddress().length == 16 && !GLOBAL_IPV6.contains(address);
        return known.isEmpty() && isOther ? Optional.of("a reserved address") : known;
    }

    /** Fails unless {@code address}, where {@code host} was found, is of the open web or meant. */
    static void check(String host, InetAddress address, PrivateNetworks allowed) throws Refused {
        Optional<String> objection = objection(address);
        if (objection.isPresent() && !allowed.allows(host, address)) {
            String shown = address.getHostAddress();
            throw new Refused(
                    (host.equals(shown) ? host : host + " is at " + shown + ", which") + " is "
                            + objection.get() + ": feeds are fetched from the open web; if this one is meant, name "
                            + shown
                            + " or its network in allow-private of the source",
                    Obstacle.FORBIDDEN);
        }
    }

    /** The IPv4 address that a gateway or tunnel would take the traffic of an IPv6 address to. */
    private static Optional<InetAddress> hidden(InetAddress address) {
        byte[] octets = address.getAddress();
        if (octets.length != 16) {
            return Optional.empty();
        }
        boolean isLoopback = address.isLoopbackAddress() || address.isAnyLocalAddress();
        boolean isAtTheEnd = NAT64.contains(address)
                || TRANSLATED.contains(address)
                || (COMPATIBLE.contains(address) && !isLoopback)
                || isIsatap(octets);
        if (isAtTheEnd) {
            return Optional.of(four(octets, 12, 0));
        }
        if (TEREDO.contains(address)) {
            return Optional.of(four(octets, 12, 0xff));
        }
        return SIX_TO_FOUR.contains(address) ? Optional.of(four(octets, 2, 0)) : Optional.empty();
    }

    private static boolean isIsatap(byte[] octets) {
        return (octets[8] & ~2) == 0 && octets[9] == 0 && octets[10] == 0x5e && octets[11] == (byte) 0xfe;
    }

    private static InetAddress four(byte[] octets, int from, int mask) {
        byte[] four = Arrays.copyOfRange(octets, from, from + 4);
        for (int i = 0; i < 4; i++) {
            four[i] ^= (byte) mask;
        }
        try {
            return InetAddress.getByAddress(four);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
