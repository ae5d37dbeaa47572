package gazette.fetch;

import gazette.article.Network;
import gazette.fetch.Fetched.Obstacle;
import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The host of a web address, in one spelling. {@code 127.1}, {@code 2130706433}, {@code 0x7f.1} and {@code 0177.0.0.1} are
 * the same address to the resolvers of most systems, so they are here.
 *
 * @param name in lower case and ASCII, without a final dot; an address in its usual spelling, without brackets
 * @param literal the address, when the host is written as one
 */
record Host(String name, Optional<InetAddress> literal) {
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,62})(\\.[a-z0-9_]([a-z0-9_-]{0,62}))*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

    static Host of(String written) throws Refused {
        if (written.startsWith("[") && written.endsWith("]")) {
            return Network.address(written.substring(1, written.length() - 1))
                    .map(Host::at)
                    .orElseThrow(() -> noHost(written));
        }
        String name = withoutDot(ascii(written));
        if (!NAME.matcher(name).matches()) {
            throw noHost(written);
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        return NUMBER.matcher(last).matches()
                ? number(name).map(Host::at).orElseThrow(() -> noHost(written))
                : new Host(name, Optional.empty());
    }

    private static Host at(InetAddress address) {
        return new Host(address.getHostAddress(), Optional.of(address));
    }

    private static Refused noHost(String written) {
        return new Refused(
                "'" + Shown.of(written) + "' is no host name: check the address of the feed", Obstacle.FORBIDDEN);
    }

    private static String ascii(String written) throws Refused {
        try {
            return IDN.toASCII(written, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noName) {
            throw noHost(written);
        }
    }

    private static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** One to four numbers, decimal, octal or hexadecimal; the last one fills the octets that are left. */
    private static Optional<InetAddress> number(String name) {
        List<String> parts = List.of(name.split("\\.", -1));
        if (parts.size() > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.size(); i++) {
            boolean isLast = i == parts.size() - 1;
            int octets = isLast ? 5 - parts.size() : 1;
            Optional<Long> part = value(parts.get(i)).filter(v -> v < 1L << (8 * octets));
            if (part.isEmpty()) {
                return Optional.empty();
            }
            address = (address << (8 * octets)) + part.get();
        }
        byte[] octets = {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address};
        try {
            return Optional.of(InetAddress.getByAddress(octets));
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Optional<Long> value(String part) {
        try {
            if (part.startsWith("0x")) {
                return Optional.of(part.length() == 2 ? 0L : Long.parseLong(part.substring(2), 16));
            }
            boolean isOctal = part.length() > 1 && part.startsWith("0");
            return Optional.of(Long.parseLong(part, isOctal ? 8 : 10));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
