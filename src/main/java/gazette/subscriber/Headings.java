package gazette.subscriber;

import gazette.mail.HeaderText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The first row of a list: what each column means.
 *
 * @param columns a name for each column, in order: {@code address}, {@code name}, {@code language}, {@code topics},
 *     {@code cadence}, {@code since}, a field's name, or empty for a column that is left out
 * @param isExport whether Gazette wrote the list: its columns on how a subscription stands are then understood
 */
record Headings(List<String> columns, boolean isExport) {
    static final String ADDRESS = "address";
    static final String STATE = "state";
    static final String ENDED_BY = "ended-by";

    /** The columns that an export begins with. */
    static final List<String> OWN = List.of(ADDRESS, "name", "language", "topics", "cadence", "since", STATE, ENDED_BY);

    /** Names that a template already knows something else by. */
    private static final Set<String> TAKEN = Set.of("unsubscribe", STATE, ENDED_BY);

    private static final Set<String> ADDRESS_TOO = Set.of(
            ADDRESS,
            "email",
            "e-mail",
            "mail",
            "courriel",
            "adresse",
            "email_address",
            "adresse_email",
            "adresse_e-mail");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9_-]+");

    /**
     * Reads the first row; headings that cannot be used go to {@code problems}, and their columns are left out. Empty
     * when no column has addresses.
     */
    static Optional<Headings> read(List<String> row, Consumer<ListProblem> problems) {
        List<String> names = row.stream().map(Headings::normal).toList();
        boolean isExport = names.contains(STATE) && names.contains(ENDED_BY);
        Set<String> seen = new HashSet<>();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean isTaken = TAKEN.contains(name) && !(isExport && OWN.contains(name));
            boolean isUsable = !isTaken && (name.isEmpty() || seen.add(name));
            if (!isUsable) {
                problems.accept(new ListProblem(1, unusable(row.get(i), name)));
            }
            columns.add(isUsable ? name : "");
        }
        return seen.contains(ADDRESS) ? Optional.of(new Headings(List.copyOf(columns), isExport)) : Optional.empty();
    }

    private static String unusable(String heading, String name) {
        return "the column «" + HeaderText.onOneLine(heading) + "» is left out: "
                + (TAKEN.contains(name)
                        ? "«" + name + "» is a name of Gazette's own; call it something else"
                        : "an earlier column is «" + name + "» already; call it something else");
    }

    /** Small letters without accents, digits, - and _, so that a template can name it. */
    private static String normal(String heading) {
        String bare = MARKS.matcher(Normalizer.normalize(heading, Normalizer.Form.NFKD))
                .replaceAll("");
        String name = OTHERS.matcher(bare.strip().toLowerCase(Locale.ROOT)).replaceAll("_");
        String trimmed = name.replaceAll("^_+|_+$", "");
        return ADDRESS_TOO.contains(trimmed) ? ADDRESS : trimmed;
    }
}
