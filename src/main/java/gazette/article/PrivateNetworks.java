package gazette.article;

import java.util.List;

/**
 * Addresses inside one's own network that a source may be fetched from, when meant. Everything on the open web is allowed
 * anyway.
 *
 * @param entries each an address, a network such as {@code 10.1.0.0/16}, or a host name
 */
public record PrivateNetworks(List<String> entries) {
    /** None: only the open web. */
    public static final PrivateNetworks NONE = new PrivateNetworks(List.of());

    public PrivateNetworks {
        entries = List.copyOf(entries);
    }
}
