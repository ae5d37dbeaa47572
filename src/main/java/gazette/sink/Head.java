package gazette.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header of a message or of one of its parts. A line that is no field is left out; of a header without end, the first
 * part is read.
 *
 * @param end where the body begins
 * @param isWhole whether all of it was read
 */
record Head(List<HeaderLine> lines, int end, boolean isWhole) {
    /** In octets. Mail servers refuse headers of half that. */
    private static final int MOST_OCTETS = 256 << 10;

    /** No field that was written to be read is longer, in octets. */
    private static final int LONGEST = 16 << 10;

    private static final int MOST_LINES = 1000;

    Head {
        lines = List.copyOf(lines);
    }

    /** The header that begins at {@code begin} and ends before {@code end} with an empty line, if with any. */
    static Head of(byte[] octets, int begin, int end) {
        int body = end(octets, begin, end);
        int limit = Math.min(body, begin + MOST_OCTETS);
        List<HeaderLine> lines = new ArrayList<>();
        int at = begin;
        while (at < limit && lines.size() < MOST_LINES) {
            int next = fieldEnd(octets, at, limit);
            field(octets, at, Math.min(next, at + LONGEST)).ifPresent(lines::add);
            at = next;
        }
        return new Head(lines, body, at >= body);
    }

    /** The first of this name, upper or lower case; empty when there is none. */
    String first(String name) {
        return lines.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(HeaderLine::value)
                .findFirst()
                .orElse("");
    }

    /** The first of this name, decoded; empty when there is none. */
    String words(String name) {
        return new HeaderLine(name, first(name)).words();
    }

    /** What follows the first empty line. */
    private static int end(byte[] octets, int begin, int end) {
        for (int at = begin; at < end; at = Octets.nextLine(octets, at, end)) {
            if (octets[at] == '\n' || (octets[at] == '\r' && at + 1 < end && octets[at + 1] == '\n')) {
                return Octets.nextLine(octets, at, end);
            }
        }
        return end;
    }

    /** Past the line at {@code at}, and those that go on with it. */
    private static int fieldEnd(byte[] octets, int at, int limit) {
        int next = Octets.nextLine(octets, at, limit);
        while (next < limit && (octets[next] == ' ' || octets[next] == '\t')) {
            next = Octets.nextLine(octets, next, limit);
        }
        return next;
    }

    private static Optional<HeaderLine> field(byte[] octets, int begin, int end) {
        String line = Octets.words(octets, begin, end);
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).stripTrailing();
        boolean isName = !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 0x7F);
        return isName
                ? Optional.of(new HeaderLine(
                        name,
                        line.substring(colon + 1)
                                .replaceAll("\r?\n(?=[ \t])", "")
                                .strip()))
                : Optional.empty();
    }
}
