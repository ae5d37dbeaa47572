package gazette.article;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses inside one's own network that a source may be fetched from, when meant. Everything on the open web is allowed
 * anyway.
 *
 * @param entries each an address, a network such as {@code 10.1.0.0/16}, or a host name
 */
public record PrivateNetworks(List<String> entries) {
    /** None: only the open web. */
    public static final PrivateNetworks NONE = new PrivateNetworks(List.of());

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?");

    public PrivateNetworks {
        entries = List.copyOf(entries);
    }

    /** Whether an entry names {@code address}, or the name of the {@code host} that was found there. */
    public boolean allows(String host, InetAddress address) {
        return entries.stream()
                .anyMatch(entry -> entry.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT))
                        || Network.parse(entry).filter(n -> n.contains(address)).isPresent());
    }

    /** What is wrong with an entry, and what to do; empty when it can be one. */
    public static Optional<String> objection(String entry) {
        if (Network.parse(entry).isPresent() || (NAME.matcher(entry).matches() && !looksNumeric(entry))) {
            return Optional.empty();
        }
        return Optional.of(
                "'" + entry + "' is no address, network or host name: write one such as 10.1.2.3, 10.1.0.0/16,"
                        + " fd00::/8 or intranet.example.org");
    }

    private static boolean looksNumeric(String entry) {
        String last = entry.substring(entry.lastIndexOf('.') + 1);
        return last.chars().allMatch(Character::isDigit) || last.startsWith("0x");
    }
}
