package gazette.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        Sentence place,
        Optional<Spot> template,
        Optional<Spot> article,
        Sentence what,
        Sentence remedy,
        List<String> personas) {
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
        private static final String BUILT_IN = " (built in)";

        /** What it is called in any language. */
        public Sentence label() {
            Sentence file = name.endsWith(BUILT_IN)
                    ? Sentence.named("spot.built-in", "{0} (built in)", name.replace(BUILT_IN, ""))
                    : Sentence.named("spot.own", "{0}", name);
            return line == 0 ? file : Sentence.named("spot.line", "{0}:{1}", file, String.valueOf(line));
        }

        @Override
        public String toString() {
            return line == 0 ? name : name + ":" + line;
        }
    }

    public Finding {
        what = what.under(rule + ".what");
        remedy = remedy.under(rule + ".remedy");
        personas = List.copyOf(personas);
    }

    /** Of no one message. */
    public Finding(Level level, String rule, Sentence place, Sentence what, Sentence remedy) {
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
     * that differ in how many times it was found alone, the one that was found most.
     */
    public static List<Finding> merged(List<Finding> findings) {
        Map<Finding, List<Finding>> alike = new LinkedHashMap<>();
        for (Finding finding : findings) {
            alike.computeIfAbsent(finding.once(), each -> new ArrayList<>()).add(finding);
        }
        return alike.values().stream().map(Finding::together).toList();
    }

    private static Finding together(List<Finding> alike) {
        List<String> all = alike.stream()
                .flatMap(each -> each.personas.stream())
                .distinct()
                .toList();
        Finding most = alike.stream()
                .max(Comparator.comparingLong(each -> each.what.repeats()))
                .orElseThrow();
        return most.of(most.what, all);
    }

    private Finding once() {
        return of(what.once(), List.of());
    }

    private Finding of(Sentence words, List<String> others) {
        return new Finding(level, rule, place, template, article, words, remedy, others);
    }
}
