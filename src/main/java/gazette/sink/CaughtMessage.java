package gazette.sink;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A message that the sink took, as its mailbox gives it back.
 *
 * @param id letters, digits, {@code -} and {@code _}; stable while the sink runs
 * @param to the address that it was delivered to, whatever the header says
 * @param from the From header, decoded
 * @param subject decoded
 * @param received whole seconds
 * @param html the HTML part; empty when there is none
 * @param text the plain-text part; empty when there is none
 * @param octets the size on the wire
 * @param headers all of them, in their order, as written but unfolded
 * @param raw the whole message, one character per octet (ISO 8859-1)
 * @param inlines the pictures by their content id, without angle brackets (RFC 2392)
 */
public record CaughtMessage(
        String id,
        String to,
        String from,
        String subject,
        Instant received,
        String html,
        String text,
        int octets,
        List<Header> headers,
        String raw,
        Map<String, Part> inlines) {
    public CaughtMessage {
        headers = List.copyOf(headers);
        inlines = Map.copyOf(inlines);
    }

    /** A header field. */
    public record Header(String name, String value) {}

    /** A part that the HTML refers to. */
    public static final class Part {
        private final String mediaType;
        private final byte[] octets;

        Part(String mediaType, byte[] octets) {
            this.mediaType = mediaType;
            this.octets = octets.clone();
        }

        /** Such as {@code image/png}, in lower case, without parameters; what the sender says, not what it is. */
        public String mediaType() {
            return mediaType;
        }

        /** A copy of the decoded content. */
        public byte[] octets() {
            return octets.clone();
        }
    }

    /** The first header field of this name, upper or lower case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }
}
