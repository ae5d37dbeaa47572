package gazette.render;

import gazette.edition.Variant;
import gazette.edition.VariantKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes variants with their fields left open, and finds out where a template does more with fields than printing them:
 * such a variant is rendered anew for each reader. Safe to use from many threads.
 */
final class Typesetter {
    private final Workshop workshop;

    /** Whether what was put away there turned out the same for all: told once, for variants differ in other things. */
    private final Map<Set<Place>, Boolean> trials = new ConcurrentHashMap<>();

    Typesetter(Workshop workshop) {
        this.workshop = workshop;
    }

    /**
     * @param fields that the template asked for
     * @param value in all of them, for a variant with logic
     */
    record Made(Variant variant, Set<String> fields, String value) {}

    /** @throws TemplateProblem when the template fails, for all readers alike */
    Made make(VariantKey key) {
        ReaderFields reader = new ReaderFields(Run.SUBJECT, key.absent());
        try {
            Printed printed = settled(workshop.print(key, reader), reader);
            Variant open = workshop.variant(key, printed, List.of());
            Set<Place> logic = reader.logic();
            if (logic.isEmpty() && isInDoubt(printed, reader) && !isTheSameForAll(open, reader)) {
                logic = reader.carried().isEmpty() ? Set.of(new Place(Run.TEXT, 1, 1)) : reader.carried();
            }
            return logic.isEmpty() ? new Made(open, reader.asked(), "") : madeUp(key, reader.asked(), logic);
        } catch (TemplateProblem withMarkers) {
            return rescued(key, reader, withMarkers);
        }
    }

    /** What fails with markers and works with values looks at the values. */
    private Made rescued(VariantKey key, ReaderFields reader, TemplateProblem withMarkers) {
        Optional<Place> at = withMarkers.place();
        if (at.isEmpty() || reader.asked().isEmpty()) {
            throw withMarkers;
        }
        Set<Place> logic = new LinkedHashSet<>(reader.refused());
        logic.add(at.get());
        return madeUp(key, reader.asked(), logic);
    }

    private static Printed settled(Printed printed, ReaderFields reader) {
        return new Printed(
                reader.settled(printed.subject()), printed.html().map(reader::settled), reader.settled(printed.text()));
    }

    /** Whether only a trial can tell that filling the markers is as good as rendering with the values. */
    private static boolean isInDoubt(Printed printed, ReaderFields reader) {
        return !reader.carried().isEmpty()
                || PersonalText.lines(printed.text()).stream().anyMatch(line -> line.contains("\n"));
    }

    private boolean isTheSameForAll(Variant open, ReaderFields reader) {
        return trials.computeIfAbsent(
                reader.carried(),
                carried -> MadeUp.toTellApart(workshop.folder(), carried).stream()
                        .allMatch(value -> isTheSameFor(open, values(reader.asked(), open.key(), value))));
    }

    private boolean isTheSameFor(Variant open, Map<String, String> values) {
        try {
            Variant seen = personal(open.key(), values);
            return seen.subject().equals(Field.fill(open.subject(), values::get))
                    && seen.html().equals(open.html().map(html -> Field.fill(html, values::get)))
                    && seen.text().equals(PersonalText.fill(open.text(), values::get));
        } catch (TemplateProblem withValues) {
            return false;
        }
    }

    /** For a reader who does not exist, so that there is something to show. */
    private Made madeUp(VariantKey key, Set<String> fields, Collection<Place> logic) {
        List<String> named = logic.stream()
                .map(place -> Instruction.at(place, workshop.folder()))
                .toList();
        List<TemplateProblem> problems = new ArrayList<>();
        for (String value : MadeUp.OF_EACH_KIND) {
            try {
                Printed printed = workshop.print(key, new ReaderValues(values(fields, key, value)));
                return new Made(workshop.variant(key, printed, named), fields, value);
            } catch (TemplateProblem withValues) {
                problems.add(withValues);
            }
        }
        throw problems.get(0);
    }

    private static Map<String, String> values(Set<String> fields, VariantKey key, String value) {
        Map<String, String> values = new HashMap<>();
        fields.stream()
                .filter(field -> !key.absent().contains(field))
                .forEach(field -> values.put(field, FieldValue.of(value)));
        return values;
    }

    /**
     * The variant that a reader with these values sees.
     *
     * @throws TemplateProblem when the template fails for them
     */
    Variant personal(VariantKey key, Map<String, String> values) {
        return workshop.variant(key, workshop.print(key, new ReaderValues(FieldValue.present(values))), List.of());
    }

    /** Traces {@code open}, a variant that {@link #make} made, to the places that print it. */
    Traced trace(Variant open) {
        Map<String, TracingWriter> paper = new HashMap<>();
        Printed printed = open.logic().isEmpty() ? openly(open.key(), paper) : anew(make(open.key()), paper);
        return new Traced(open, html(printed, paper), text(printed, paper));
    }

    private Printed anew(Made made, Map<String, TracingWriter> paper) {
        VariantKey key = made.variant().key();
        return made.variant().logic().isEmpty()
                ? openly(key, paper)
                : workshop.trace(key, new ReaderValues(values(made.fields(), key, made.value())), paper);
    }

    private Printed openly(VariantKey key, Map<String, TracingWriter> paper) {
        ReaderFields reader = new ReaderFields(Run.SUBJECT, key.absent());
        return settled(workshop.trace(key, reader, paper), reader);
    }

    private static List<Place> html(Printed printed, Map<String, TracingWriter> paper) {
        TracingWriter written = paper.get(Run.HTML);
        if (printed.html().isEmpty() || written == null) {
            return List.of();
        }
        List<String> lines =
                written.toString().lines().filter(line -> !line.isBlank()).toList();
        return written.places(lines);
    }

    private static List<Place> text(Printed printed, Map<String, TracingWriter> paper) {
        TracingWriter written = Objects.requireNonNull(paper.get(Run.TEXT), "every template has a plain-text part");
        List<Place> places = written.places(PersonalText.lines(written.toString()));
        return TextPart.tidied(Typography.withoutNarrowSpaces(printed.text())).stream()
                .map(line -> places.get(line.origin()))
                .toList();
    }
}
