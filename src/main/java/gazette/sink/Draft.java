package gazette.sink;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What all copies of a message have in common, read once. */
record Draft(
        String sender, String from, String subject, String beginning, int octets, List<String> to, List<String> cc) {
    /** In characters: enough for the first line of any newsletter, and read without patterns on all of a long text. */
    private static final int BEGINNING = 1000;

    private static final String BEFORE_AN_ADDRESS = " \t<,;:\"";
    private static final String BEHIND_AN_ADDRESS = " \t>,;\"";

    static Draft of(String sender, byte[] content) {
        Anatomy anatomy = new Anatomy(content);
        return new Draft(
                sender,
                anatomy.head().words("From"),
                anatomy.head().words("Subject"),
                beginning(anatomy.body("text/plain")),
                content.length,
                fields(anatomy.head(), "To"),
                fields(anatomy.head(), "Cc"));
    }

    /** Without the rules and rows of signs that a plain-text part draws its lines with. */
    private static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), BEGINNING))
                .replaceAll("[\\s\\h=_*#-]{2,}", " ")
                .strip();
    }

    private static List<String> fields(Head head, String name) {
        return head.lines().stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(line -> line.value().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The copy for one recipient. */
    Arrival arrival(long number, String recipient, Instant received) {
        return new Arrival(number, recipient, role(recipient), sender, from, subject, beginning, received, octets);
    }

    private Role role(String recipient) {
        String address = recipient.toLowerCase(Locale.ROOT);
        if (to.stream().anyMatch(field -> names(field, address))) {
            return Role.TO;
        }
        return cc.stream().anyMatch(field -> names(field, address)) ? Role.CC : Role.BCC;
    }

    /** Whether an address stands in a field by itself, and not as a piece of a longer one. */
    private static boolean names(String field, String address) {
        for (int at = field.indexOf(address); at >= 0; at = field.indexOf(address, at + 1)) {
            int end = at + address.length();
            boolean begins = at == 0 || BEFORE_AN_ADDRESS.indexOf(field.charAt(at - 1)) >= 0;
            if (begins && (end == field.length() || BEHIND_AN_ADDRESS.indexOf(field.charAt(end)) >= 0)) {
                return !address.isEmpty();
            }
        }
        return false;
    }
}
