package gazette.studio;

import gazette.check.Run;
import gazette.check.Run.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is said on a line of a list, as a paragraph of a page: with a capital and a full stop. */
final class Paragraph {
    private static final String ENDED = "(?s).*[.!?…]|.*://\\S*";

    private Paragraph() {}

    /** The runs for a template: {@code words} of a {@code kind}. */
    static List<Map<String, String>> of(List<Run> line, Locale language) {
        List<Run> runs = new ArrayList<>(line);
        if (!runs.isEmpty()) {
            begin(runs, language);
            end(runs);
        }
        return runs.stream()
                .map(run ->
                        Map.of("words", run.words(), "kind", run.kind().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static void begin(List<Run> runs, Locale language) {
        Run first = runs.get(0);
        if (first.kind() == Kind.PROSE && !first.words().isEmpty()) {
            String capital = first.words().substring(0, 1).toUpperCase(language);
            runs.set(0, new Run(capital + first.words().substring(1), Kind.PROSE));
        }
    }

    /** An address is left as it is: a stop behind it would be taken for a part of it. */
    private static void end(List<Run> runs) {
        Run last = runs.get(runs.size() - 1);
        if (last.words().matches(ENDED)) {
            return;
        }
        if (last.kind() == Kind.PROSE) {
            runs.set(runs.size() - 1, new Run(last.words() + ".", Kind.PROSE));
        } else {
            runs.add(new Run(".", Kind.PROSE));
        }
    }
}
