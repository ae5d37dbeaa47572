package gazette.render;

import gazette.edition.Variant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * A variant that knows where it comes from.
 *
 * @param html what printed each line of its HTML part; empty when it has none
 * @param text what printed each line of its plain-text part, as it is stored: a paragraph that is wrapped per reader is
 *     one line
 */
public record Traced(Variant variant, List<Place> html, List<Place> text) {
    public Traced {
        html = List.copyOf(html);
        text = List.copyOf(text);
    }

    /**
     * What printed each line of the plain-text part as one reader gets it.
     *
     * @param value see {@link Piece#fill}
     */
    public List<Place> text(Function<String, String> value) {
        List<String> stored = PersonalText.lines(variant.text());
        List<Place> filled = new ArrayList<>();
        for (int i = 0; i < Math.min(stored.size(), text.size()); i++) {
            int lines =
                    PersonalText.lines(PersonalText.fill(stored.get(i), value)).size();
            filled.addAll(Collections.nCopies(lines, text.get(i)));
        }
        return filled;
    }
}
