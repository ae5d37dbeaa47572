package gazette.sink;

import java.time.Instant;

/**
 * One copy of a message that came, as a line of a list. Long words are cut, so that many of them take little room.
 *
 * @param number from 1, in the order of arrival; never given twice while the sink runs
 * @param to the address that it was delivered to, whatever the header says
 * @param role what the header says of that address
 * @param sender the envelope's, which may be empty (RFC 5321 section 4.5.5)
 * @param from the From header, decoded
 * @param subject decoded
 * @param beginning the first words of the plain-text part; empty when there is none
 * @param octets the size on the wire
 */
public record Arrival(
        long number,
        String to,
        Role role,
        String sender,
        String from,
        String subject,
        String beginning,
        Instant received,
        int octets) {
    private static final int MOST_CHARACTERS = 320;

    public Arrival {
        to = cut(to);
        sender = cut(sender);
        from = cut(from);
        subject = cut(subject);
        beginning = cut(beginning);
    }

    /** As a segment of an address: digits. */
    public String id() {
        return Long.toString(number);
    }

    private static String cut(String words) {
        int characters = words.codePointCount(0, Math.min(words.length(), 2 * MOST_CHARACTERS + 2));
        return characters <= MOST_CHARACTERS ? words : words.substring(0, words.offsetByCodePoints(0, MOST_CHARACTERS));
    }
}
