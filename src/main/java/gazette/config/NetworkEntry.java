package gazette.config;

import gazette.article.Network;
import gazette.article.PrivateNetworks;
import java.util.Optional;
import java.util.regex.Pattern;

/** What {@code allow-private} lists: an address, a network, or a host inside one's own network. Nothing is looked up. */
public final class NetworkEntry {
    private static final Pattern NAME_AND_PORT = Pattern.compile("[^:/]+:\\d+");

    /** A wider network is nobody's own. In bits; 10.0.0.0/8 is the widest private network of IPv4. */
    private static final int WIDEST_FOUR = 8;

    /** The same for IPv6: fc00::/7. */
    private static final int WIDEST_SIX = 7;

    private static final String ADVICE = "give an address, a network such as 10.1.0.0/16, or a host name";

    private NetworkEntry() {}

    /** Why {@code text} cannot be an entry, as what to do; empty when it can. */
    public static Optional<String> objection(String text) {
        Fit<String> fit = read(text);
        return fit.value().isPresent() ? Optional.empty() : Optional.of(fit.remedy());
    }

    static Fit<String> read(String given) {
        String text = given.strip();
        Optional<Network> network = Network.parse(text);
        if (network.isPresent()) {
            return network(text, network.get());
        }
        if (text.contains("//")) {
            return Fit.not("give the host alone, without http:// and path");
        }
        if (NAME_AND_PORT.matcher(text).matches()) {
            return Fit.not("give the host alone, without the port");
        }
        return PrivateNetworks.objection(text).isPresent() ? Fit.not(ADVICE) : Fit.of(text);
    }

    private static Fit<String> network(String text, Network network) {
        byte[] octets = network.base().getAddress();
        if (network.bits() < (octets.length == 4 ? WIDEST_FOUR : WIDEST_SIX)) {
            return Fit.not("give a network of your own: one as wide as this holds those of others");
        }
        for (int bit = network.bits(); bit < octets.length * 8; bit++) {
            if ((octets[bit / 8] & (0x80 >> bit % 8)) != 0) {
                return Fit.not("give the first address of the network before the slash, or a longer prefix after it");
            }
        }
        return Fit.of(text);
    }
}
