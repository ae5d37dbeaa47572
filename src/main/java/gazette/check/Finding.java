package gazette.check;

import java.util.Comparator;
import java.util.List;

/**
 * Something that a rule found.
 *
 * @param rule its name, such as {@code source-silent}: small letters and hyphens, the same for ever
 * @param place the source, article or file, as a person names it
 * @param what what is the matter, and what it means for the edition
 * @param remedy what to do
 */
public record Finding(Level level, String rule, String place, String what, String remedy) {
    /** How much it matters, the least first. */
    public enum Level {
        /** Good to know. */
        INFO,
        /** Readers may miss something. */
        WARN,
        /** Readers will miss something, or nothing can go. */
        ERROR
    }

    /** The worst first, else in the order that they were found. */
    public static List<Finding> sorted(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::level).reversed())
                .toList();
    }
}
