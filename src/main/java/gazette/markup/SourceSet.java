package gazette.markup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The candidates of a {@code srcset}: one picture in several sizes. */
final class SourceSet {
    /** In pixels: a column of 600 on a screen with two of its own for each. */
    private static final int ENOUGH = 1_200;

    /** The same, when candidates are told by the screens that they are for. */
    private static final int COLUMN = ENOUGH / 2;

    /** @param width in pixels; a candidate for screens counts as that many columns of 600 */
    private record Candidate(String address, double width) {}

    private SourceSet() {}

    /** Their addresses, the one to take first: the smallest that is sharp in an edition, or else the largest. */
    static Stream<String> inOrder(String srcset) {
        Comparator<Candidate> smallest = Comparator.comparingDouble(Candidate::width);
        List<Candidate> all = read(srcset);
        Stream<Candidate> sharp =
                all.stream().filter(candidate -> candidate.width >= ENOUGH).sorted(smallest);
        Stream<Candidate> others =
                all.stream().filter(candidate -> candidate.width < ENOUGH).sorted(smallest.reversed());
        return Stream.concat(sharp, others).map(Candidate::address);
    }

    /** Addresses may hold commas, but not at their ends, and no blanks. */
    private static List<Candidate> read(String srcset) {
        List<Candidate> candidates = new ArrayList<>();
        int i = 0;
        while ((i = afterBlanksAndCommas(srcset, i)) < srcset.length()) {
            int from = i;
            while (i < srcset.length() && !Character.isWhitespace(srcset.charAt(i))) {
                i++;
            }
            String address = srcset.substring(from, i);
            boolean isAlone = address.endsWith(",");
            int comma = srcset.indexOf(',', i);
            int end = isAlone ? i : comma < 0 ? srcset.length() : comma;
            if (!address.regionMatches(true, 0, "data:", 0, 5)) {
                String descriptor = srcset.substring(i, end).strip();
                candidates.add(new Candidate(isAlone ? withoutCommas(address) : address, width(descriptor)));
            }
            i = end;
        }
        return candidates;
    }

    private static int afterBlanksAndCommas(String srcset, int from) {
        int i = from;
        while (i < srcset.length() && (srcset.charAt(i) == ',' || Character.isWhitespace(srcset.charAt(i)))) {
            i++;
        }
        return i;
    }

    private static String withoutCommas(String address) {
        int end = address.length();
        while (end > 0 && address.charAt(end - 1) == ',') {
            end--;
        }
        return address.substring(0, end);
    }

    private static double width(String descriptor) {
        try {
            if (descriptor.endsWith("w")) {
                return Integer.parseInt(
                        descriptor.substring(0, descriptor.length() - 1).strip());
            }
            return descriptor.endsWith("x")
                    ? COLUMN * Double.parseDouble(descriptor.substring(0, descriptor.length() - 1))
                    : COLUMN;
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }
}
