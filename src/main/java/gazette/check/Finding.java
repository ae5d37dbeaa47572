package gazette.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that a rule found.
 *
 * @param rule its name, such as {@code source-silent}: small letters and hyphens, the same for ever
 * @param place the source, article, file or part of a message, as a person names it
 * @param template where in a template it was written, when that is known
 * @param article where in an article it was written, when that is known
 * @param what what is the matter, and what it means for the reader
 * @param remedy what to do
 * @param personas the readers whose messages have it, by their labels; empty when it is no matter of one message
 */
public record Finding(
        Level level,
        String rule,
        String place,
        Optional<Spot> template,
        Optional<Spot> article,
        String what,
        String remedy,
        List<String> personas) {
    private static final Pattern COUNT = Pattern.compile(" \\((\\d{1,9}) (?:places|times)\\)");

    /** How much it matters, the least first. */
    public enum Level {
        /** Good to know. */
        INFO,
        /** Readers may miss something. */
        WARN,
        /** Readers will miss something, or nothing can go. */
        ERROR
    }

    /**
     * A line of something written.
     *
     * @param name of the file or article
     * @param line from 1; 0 for the whole of it
     */
    public record Spot(String name, int line) {
        @Override
        public String toString() {
            return line == 0 ? name : name + ":" + line;
        }
    }

    public Finding {
        personas = List.copyOf(personas);
    }

    /** Of no one message. */
    public Finding(Level level, String rule, String place, String what, String remedy) {
        this(level, rule, place, Optional.empty(), Optional.empty(), what, remedy, List.of());
    }

    /** The worst first, else in the order that they were found. */
    public static List<Finding> sorted(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::level).reversed())
                .toList();
    }

    /**
     * The same, each said once with all the personas whose messages have it; in the order that they were found. Of those
     * that differ in their count alone, such as {@code (3 places)}, the one that counts most.
     */
    public static List<Finding> merged(List<Finding> findings) {
        Map<Finding, List<Finding>> alike = new LinkedHashMap<>();
        for (Finding finding : findings) {
            alike.computeIfAbsent(finding.uncounted(), each -> new ArrayList<>())
                    .add(finding);
        }
        return alike.values().stream().map(Finding::together).toList();
    }

    private static Finding together(List<Finding> alike) {
        List<String> all = alike.stream()
                .flatMap(each -> each.personas.stream())
                .distinct()
                .toList();
        Finding most =
                alike.stream().reduce((a, b) -> b.count() > a.count() ? b : a).orElseThrow();
        return most.of(most.what, all);
    }

    private int count() {
        Matcher count = COUNT.matcher(what);
        return count.find() ? Integer.parseInt(count.group(1)) : 1;
    }

    private Finding uncounted() {
        return of(COUNT.matcher(what).replaceFirst(""), List.of());
    }

    private Finding of(String words, List<String> others) {
        return new Finding(level, rule, place, template, article, words, remedy, others);
    }
}
