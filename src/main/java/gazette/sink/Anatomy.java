package gazette.sink;

import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a message apart: its parts, and where each lies in its octets. Nothing is copied and nothing is refused; a message
 * with more parts, or deeper ones, than anybody would write to be read is read up to there.
 */
final class Anatomy {
    /** Of which a person can still make sense. */
    static final int MOST_PARTS = 500;

    /** Lines that begin as delimiters do: other readers may take them for some where the boundary is not said clearly. */
    private static final int MOST_DELIMITERS = 4 * MOST_PARTS;

    /** Deeper than any mail that was written to be read. */
    static final int MOST_NESTING = 16;

    private final byte[] octets;
    private final List<MimePart> parts = new ArrayList<>();
    private final Head head;
    private boolean isWhole = true;

    Anatomy(byte[] octets) {
        this.octets = octets;
        this.head = Head.of(octets, 0, octets.length);
        walk(head, octets.length, 0, MimePart.WHOLE);
        isWhole &= delimiters() <= MOST_DELIMITERS;
    }

    Head head() {
        return head;
    }

    /** Outermost first, each before those that it is made of. */
    List<MimePart> parts() {
        return List.copyOf(parts);
    }

    /** Whether every part, and all of every header, was read. */
    boolean isWhole() {
        return isWhole;
    }

    /** The words of the first part of this type that is to be shown; empty when there is none. */
    String body(String type) {
        return parts.stream()
                .filter(part -> part.isBody(type))
                .findFirst()
                .map(part -> Octets.words(
                        Transfer.decoded(octets, part.begin(), part.end(), part.encoding()), part.charset()))
                .orElse("");
    }

    private void walk(Head of, int end, int depth, String number) {
        MimePart part = part(of, end, depth, number);
        parts.add(part);
        isWhole &= of.isWhole();
        if (part.isMultipart()) {
            String boundary = parameter(of.first("Content-Type"), "boundary");
            if (depth == MOST_NESTING) {
                isWhole = false;
            } else if (!boundary.isEmpty()) {
                split(part, ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    /** What lies between two delimiter lines is a part (RFC 2046 section 5.1.1); the last may lack its end. */
    private void split(MimePart whole, byte[] delimiter) {
        int begin = -1;
        int count = 0;
        for (int at = whole.begin(); at < whole.end(); at = Octets.nextLine(octets, at, whole.end())) {
            Optional<Boolean> closing = delimiter(at, whole.end(), delimiter);
            if (closing.isEmpty()) {
                continue;
            }
            if (begin >= 0) {
                inner(whole, begin, beforeLineEnd(begin, at), ++count);
            }
            begin = closing.get() ? -1 : Octets.nextLine(octets, at, whole.end());
            if (closing.get() || parts.size() >= MOST_PARTS) {
                isWhole &= parts.size() < MOST_PARTS;
                return;
            }
        }
        if (begin >= 0) {
            inner(whole, begin, whole.end(), ++count);
        }
    }

    private void inner(MimePart whole, int begin, int end, int count) {
        String number = whole.depth() == 0 ? String.valueOf(count) : whole.number() + "." + count;
        walk(Head.of(octets, begin, end), end, whole.depth() + 1, number);
    }

    /** Whether the line at {@code at} is the last delimiter of its kind; empty when it is none. */
    private Optional<Boolean> delimiter(int at, int end, byte[] delimiter) {
        if (end - at < delimiter.length || octets[at] != '-') {
            return Optional.empty();
        }
        for (int i = 0; i < delimiter.length; i++) {
            if (octets[at + i] != delimiter[i]) {
                return Optional.empty();
            }
        }
        int rest = at + delimiter.length;
        boolean isLast = rest + 1 < end && octets[rest] == '-' && octets[rest + 1] == '-';
        return isBlank(isLast ? rest + 2 : rest, end) ? Optional.of(isLast) : Optional.empty();
    }

    private int delimiters() {
        int count = 0;
        for (int at = 0; at + 1 < octets.length; at = Octets.nextLine(octets, at, octets.length)) {
            count += octets[at] == '-' && octets[at + 1] == '-' ? 1 : 0;
        }
        return count;
    }

    private boolean isBlank(int begin, int end) {
        for (int i = begin; i < end && octets[i] != '\n'; i++) {
            if (octets[i] != ' ' && octets[i] != '\t' && octets[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** The line end before a delimiter is the delimiter's. */
    private int beforeLineEnd(int begin, int delimiter) {
        int end = delimiter;
        if (end > begin && octets[end - 1] == '\n') {
            end--;
        }
        return end > begin && octets[end - 1] == '\r' ? end - 1 : end;
    }

    private static MimePart part(Head head, int end, int depth, String number) {
        String type = head.first("Content-Type");
        String disposition = head.first("Content-Disposition");
        String name = parameter(disposition, "filename");
        return new MimePart(
                number,
                depth,
                type.isEmpty() ? "text/plain" : first(type),
                parameter(type, "charset"),
                first(head.first("Content-Transfer-Encoding")),
                new HeaderLine("", name.isEmpty() ? parameter(type, "name") : name).words(),
                head.first("Content-ID").replaceAll("^<|>$", ""),
                first(disposition).equals("attachment"),
                head.end(),
                Math.max(head.end(), end));
    }

    private static String first(String value) {
        int end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** Empty when it is not there; also found where a sign stands that would need quotes. */
    private static String parameter(String value, String name) {
        int begin = value.indexOf(';');
        if (begin < 0) {
            return "";
        }
        try {
            String found = new ParameterList(value.substring(begin)).get(name);
            return found == null ? "" : MimeUtility.unfold(found);
        } catch (ParseException writtenLoosely) {
            Matcher loosely = Pattern.compile("(?i);\\s*" + name + "\\s*=\\s*\"?([^\";]*)")
                    .matcher(value);
            return loosely.find() ? loosely.group(1).strip() : "";
        }
    }
}
