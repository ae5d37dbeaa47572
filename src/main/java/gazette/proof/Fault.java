package gazette.proof;

import gazette.render.Place;
import gazette.render.TemplateProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What keeps a proof from being made, for a person to mend.
 *
 * @param file as a person names it; empty when it is in none
 * @param line from 1; 0 when nobody knows
 * @param column from 1; 0 when nobody knows
 * @param message what is the matter and what to do, without the place where that is known
 * @param source the lines around it; empty when nobody knows where it is
 */
public record Fault(Kind kind, String file, int line, int column, String message, List<SourceLine> source) {
    /** Lines that are shown before and after the one that fails. */
    private static final int AROUND = 3;

    /** How the message of a template's problem begins; the lines below it show the source. */
    private static final Pattern WHERE = Pattern.compile("^.*?, line \\d+, column \\d+: ");

    /** Whose it is. */
    public enum Kind {
        /** A template's. */
        TEMPLATE,
        /** An editor's note's. */
        NOTE
    }

    /** A line of a file, and whether the fault is in it. */
    public record SourceLine(int number, String text, boolean isHere) {}

    public Fault {
        source = List.copyOf(source);
    }

    /**
     * Of a template.
     *
     * @param workspace absolute
     * @param template its name
     */
    public static Fault of(Path workspace, String template, TemplateProblem problem) {
        String message = String.valueOf(problem.getMessage());
        return problem.place()
                .map(place -> at(new TemplatePlaces(workspace, template), place, message))
                .orElseGet(() -> new Fault(Kind.TEMPLATE, template, 0, 0, message, List.of()));
    }

    /** Of an editor's note; the message names the file. */
    public static Fault ofNote(String message) {
        return new Fault(Kind.NOTE, "", 0, 0, message, List.of());
    }

    private static Fault at(TemplatePlaces places, Place place, String message) {
        return new Fault(
                Kind.TEMPLATE,
                places.name(place.file()),
                place.line(),
                place.column(),
                WHERE.matcher(message.lines().findFirst().orElse("")).replaceFirst(""),
                lines(places.text(place.file()), place.line()));
    }

    private static List<SourceLine> lines(Optional<String> text, int here) {
        List<String> lines = text.map(all -> all.lines().toList()).orElse(List.of());
        return IntStream.rangeClosed(Math.max(1, here - AROUND), Math.min(lines.size(), here + AROUND))
                .mapToObj(number -> new SourceLine(number, lines.get(number - 1), number == here))
                .toList();
    }
}
