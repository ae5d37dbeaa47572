package gazette.render;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The addresses that an edition leads to, numbered from 1 for the plain-text part, each once. For one rendering. */
final class Links {
    private static final Set<String> WEB = Set.of("http", "https");

    private final List<String> addresses = new ArrayList<>();

    /** A page on the web, numbered; empty for an address of any other kind. */
    Optional<Map<String, Object>> page(URI address) {
        return isOnTheWeb(address) ? Optional.of(numbered(address)) : Optional.empty();
    }

    /**
     * What {@code words} in an article may lead to: a page on the web or a mailbox, without a number when the words spell
     * it out; empty for anything else.
     */
    Optional<Map<String, Object>> target(URI address, String words) {
        boolean mailbox = isMailbox(address);
        if (!leadsSomewhere(address)) {
            return Optional.empty();
        }
        String spelled = mailbox ? "mailto:" + words.strip() : words.strip();
        return Optional.of(
                spelled.equals(address.toString()) ? Map.of("address", address.toASCIIString()) : numbered(address));
    }

    /** All of them, in the order of their numbers. */
    List<String> addresses() {
        return List.copyOf(addresses);
    }

    /** Whether it is a page on the web or a mailbox. */
    static boolean leadsSomewhere(URI address) {
        return isOnTheWeb(address) || isMailbox(address);
    }

    private static boolean isMailbox(URI address) {
        return "mailto".equalsIgnoreCase(address.getScheme());
    }

    static boolean isOnTheWeb(URI address) {
        return address.getScheme() != null && WEB.contains(address.getScheme().toLowerCase(Locale.ROOT));
    }

    private Map<String, Object> numbered(URI address) {
        String printable = address.toASCIIString();
        int known = addresses.indexOf(printable);
        if (known < 0) {
            addresses.add(printable);
        }
        return Map.of("number", known < 0 ? addresses.size() : known + 1, "address", printable);
    }
}
