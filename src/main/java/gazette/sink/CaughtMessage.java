package gazette.sink;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A message that the sink took, taken apart for a person to look at. What cannot be decoded is shown as it came: the sink
 * is where broken mail is looked at. Immutable.
 */
public final class CaughtMessage {
    private final Arrival arrival;
    private final byte[] content;
    private final Anatomy anatomy;

    /** Keeps {@code content}, which nobody may change. */
    CaughtMessage(Arrival arrival, byte[] content) {
        this.arrival = arrival;
        this.content = content;
        this.anatomy = new Anatomy(content);
    }

    /** How it came, as a line of a list. */
    public Arrival arrival() {
        return arrival;
    }

    /** As a segment of an address; stable while the sink runs. */
    public String id() {
        return arrival.id();
    }

    /** The address that it was delivered to, whatever the header says. */
    public String to() {
        return arrival.to();
    }

    /** The From header, decoded. */
    public String from() {
        return anatomy.head().words("From");
    }

    /** Decoded. */
    public String subject() {
        return anatomy.head().words("Subject");
    }

    public Instant received() {
        return arrival.received();
    }

    /** The HTML part, decoded each time; empty when there is none. */
    public String html() {
        return anatomy.body("text/html");
    }

    /** The plain-text part, decoded each time; empty when there is none. */
    public String text() {
        return anatomy.body("text/plain");
    }

    /** The size on the wire. */
    public int octets() {
        return content.length;
    }

    /** All of it as it came over the wire, octet by octet: a copy. */
    public byte[] content() {
        return content.clone();
    }

    /** The whole message, one character per octet (ISO 8859-1). */
    public String raw() {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    /** The fields of the header, in their order. */
    public List<HeaderLine> headers() {
        return anatomy.head().lines();
    }

    /** The header as it came, one character per octet (ISO 8859-1). */
    public String rawHeader() {
        return new String(content, 0, anatomy.head().end(), StandardCharsets.ISO_8859_1);
    }

    /** The first header field of this name, upper or lower case, as it is written. */
    public Optional<String> header(String name) {
        return headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(HeaderLine::value)
                .findFirst();
    }

    /** The message and its parts: outermost first, each before those that it is made of. */
    public List<MimePart> parts() {
        return anatomy.parts();
    }

    /** The part of this number. */
    public Optional<MimePart> part(String number) {
        return parts().stream().filter(part -> part.number().equals(number)).findFirst();
    }

    /** Whether all its parts are in {@link #parts}, and all its fields in {@link #headers}. */
    public boolean isWhole() {
        return anatomy.isWhole();
    }

    /** What a part of this message holds, decoded: a copy. */
    public byte[] content(MimePart part) {
        return Transfer.decoded(content, part.begin(), part.end(), part.encoding());
    }

    /** The parts that the HTML can refer to, by their content id without angle brackets (RFC 2392). */
    public Map<String, MimePart> inlines() {
        Map<String, MimePart> inlines = new LinkedHashMap<>();
        parts().stream()
                .filter(part -> !part.contentId().isEmpty() && !part.isMultipart())
                .forEach(part -> inlines.putIfAbsent(part.contentId(), part));
        return inlines;
    }
}
