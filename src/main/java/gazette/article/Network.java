package gazette.article;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of the internet that begin with the same bits.
 *
 * @param base one of them
 * @param bits how many bits they share, from the first on: 0 to 32, or to 128 in IPv6
 */
public record Network(InetAddress base, int bits) {
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,3}");

    /** Reads an address, which is a network of one, or a network such as {@code 10.1.0.0/16}; asks no name server. */
    public static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return address(text).map(address -> new Network(address, address.getAddress().length * 8));
        }
        String length = text.substring(slash + 1);
        return LENGTH.matcher(length).matches()
                ? address(text.substring(0, slash))
                        .map(address -> new Network(address, Integer.parseInt(length)))
                        .filter(network -> network.bits <= network.base.getAddress().length * 8)
                : Optional.empty();
    }

    /** Reads an address in its usual spelling, without brackets and zone; asks no name server. */
    public static Optional<InetAddress> address(String text) {
        try {
            return isUsual(text) ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    private static boolean isUsual(String text) {
        Matcher four = IPV4.matcher(text);
        if (!four.matches()) {
            return IPV6.matcher(text).matches();
        }
        for (int part = 1; part <= 4; part++) {
            String digits = four.group(part);
            if (Integer.parseInt(digits) > 255 || (digits.length() > 1 && digits.startsWith("0"))) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code address} is one of them; never one of another family. */
    public boolean contains(InetAddress address) {
        byte[] ours = base.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((ours[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
