package gazette.render;

import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Says what is wrong with a template: file, line and column, one sentence, and the lines around it.
 *
 * @param file that was run; the fault may be in one that it includes
 */
record Diagnosis(TemplateFolder folder, String file) {
    /** Lines shown before and after the one at fault. */
    private static final int AROUND = 2;

    private static final Pattern TIPS = Pattern.compile("\\s*\\R-{3,}.*", Pattern.DOTALL);
    private static final Pattern BLAMED = Pattern.compile("\\s*==> (.*?)\\s+\\[(?:in|at) [^\\]]*\\]");

    /** What to tell about {@code failure}; a failure that no template can cause is thrown as it is. */
    TemplateProblem of(Throwable failure) {
        if (failure instanceof ParseException unreadable) {
            return at(place(unreadable), sentence(unreadable.getEditorMessage()));
        }
        if (failure instanceof TemplateException failed) {
            return failed.getCause() instanceof TemplateProblem problem
                    ? problem
                    : at(Place.of(failed, file), said(failed));
        }
        if (failure instanceof TemplateProblem problem) {
            return problem;
        }
        if (failure instanceof StackOverflowError || failure instanceof OutOfMemoryError) {
            return stopped(
                    failure instanceof StackOverflowError ? "it calls itself without end" : "it used up the memory");
        }
        if (failure instanceof Overrun overrun) {
            return stopped(overrun.reason());
        }
        throw new IllegalStateException(folder.place(file) + " could not be rendered", failure);
    }

    /** {@code what} is wrong at {@code place}. */
    TemplateProblem at(Place place, String what) {
        return TemplateProblem.failedAt(
                place,
                "%s, line %d, column %d: %s%n%s"
                        .formatted(folder.place(place.file()), place.line(), place.column(), what, excerpt(place))
                        .stripTrailing());
    }

    private TemplateProblem stopped(String why) {
        return TemplateProblem.failed(folder.place(file) + " was stopped: " + why
                + "; look for a <#list> or a macro in it that does not end");
    }

    private Place place(ParseException unreadable) {
        String name = unreadable.getTemplateName();
        return new Place(name == null ? file : name, unreadable.getLineNumber(), unreadable.getColumnNumber());
    }

    private static String said(TemplateException failed) {
        return failed instanceof InvalidReferenceException && failed.getBlamedExpressionString() != null
                ? failed.getBlamedExpressionString() + " is not there: check its spelling, or write "
                        + failed.getBlamedExpressionString() + "!\"\""
                : sentence(failed.getMessageWithoutStackTop());
    }

    private static String sentence(String message) {
        String first = TIPS.matcher(message).replaceFirst("");
        return BLAMED.matcher(first).replaceAll(" ($1)").replaceAll("\\s+", " ").strip();
    }

    private String excerpt(Place place) {
        List<String> lines =
                folder.text(place.file()).map(text -> text.lines().toList()).orElse(List.of());
        int from = Math.max(1, place.line() - AROUND);
        int to = Math.min(lines.size(), place.line() + AROUND);
        return IntStream.rangeClosed(from, to)
                .mapToObj(n ->
                        String.format(Locale.ROOT, "%s %4d | %s", n == place.line() ? ">" : " ", n, lines.get(n - 1)))
                .collect(Collectors.joining("\n"));
    }
}
