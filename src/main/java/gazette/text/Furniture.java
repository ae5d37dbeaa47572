package gazette.text;

import gazette.text.DateLine.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The lines around a text that say when it was published, by whom, and from what source.
 *
 * @param parts what each such line is, by its number
 * @param byline empty when nobody is named
 */
record Furniture(Map<Integer, Part> parts, Optional<DateLine> date, List<String> credits, String byline) {
    /** How many lines at either end are looked at; the ones that touch a line so found are looked at as well. */
    private static final int REACH = 3;

    /** Several signs on one line: {@code Par la rédaction | 3 mars 2025}. */
    private static final Pattern BETWEEN =
            Pattern.compile("\\h[-–—|·•]\\h|,\\h(?=(?i:publié|mis|le\\h\\d|published|updated))");

    Furniture {
        parts = Map.copyOf(parts);
        credits = List.copyOf(credits);
    }

    /**
     * Looks for such lines in the first and last three of {@code rows}. The date that counts is the one called
     * published, or else one alone, or else that of the update; another date alone is left to the text.
     *
     * @param language what {@code 3/4/2025} is read by
     */
    static Furniture in(List<Row> rows, Locale language) {
        Map<Integer, List<Sign>> found = new TreeMap<>();
        look(rows.size(), i -> i, rows, language, found);
        look(rows.size(), i -> rows.size() - 1 - i, rows, language, found);
        Optional<DateLine> date = all(found, DateLine.class).min(Comparator.comparing(DateLine::kind));
        found.values().removeIf(signs -> signs.stream().anyMatch(sign -> isAnother(sign, date)));
        Map<Integer, Part> parts = new TreeMap<>();
        found.forEach((index, signs) -> parts.put(rows.get(index).number(), part(signs.get(0))));
        List<String> credits = all(found, SourceLine.class)
                .flatMap(line -> line.names().stream())
                .distinct()
                .toList();
        List<String> authors =
                all(found, Byline.class).map(Byline::who).distinct().toList();
        return new Furniture(parts, date, credits, String.join(", ", authors));
    }

    private static void look(
            int size, UnaryOperator<Integer> order, List<Row> rows, Locale language, Map<Integer, List<Sign>> found) {
        boolean touching = false;
        for (int i = 0; i < size && (i < REACH || touching); i++) {
            int index = order.apply(i);
            List<Sign> signs = signs(rows.get(index).text(), language);
            touching = !signs.isEmpty();
            if (touching) {
                found.put(index, signs);
            }
        }
    }

    /** What {@code line} says; empty when any piece of it is something else. */
    private static List<Sign> signs(String line, Locale language) {
        Optional<Sign> whole = sign(line, language);
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        List<Sign> signs = new ArrayList<>();
        for (String piece : BETWEEN.split(line, 4)) {
            Optional<Sign> sign = sign(piece, language);
            if (sign.isEmpty()) {
                return List.of();
            }
            signs.add(sign.get());
        }
        return signs;
    }

    private static Optional<Sign> sign(String text, Locale language) {
        return Stream.of(DateLine.read(text, language), SourceLine.read(text), Byline.read(text))
                .flatMap(Optional::stream)
                .map(Sign.class::cast)
                .findFirst();
    }

    private static boolean isAnother(Sign sign, Optional<DateLine> chosen) {
        return sign instanceof DateLine line
                && line.kind() == Kind.BARE
                && !chosen.map(DateLine::date).equals(Optional.of(line.date()));
    }

    private static <S extends Sign> Stream<S> all(Map<Integer, List<Sign>> found, Class<S> type) {
        return found.values().stream()
                .flatMap(List::stream)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static Part part(Sign sign) {
        if (sign instanceof DateLine) {
            return Part.DATE_LINE;
        }
        return sign instanceof SourceLine ? Part.SOURCE_LINE : Part.BYLINE;
    }
}
