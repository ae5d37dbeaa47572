package gazette.cli;

import gazette.edition.Verdict;
import gazette.edition.Verdict.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What becomes of each candidate, in words. */
final class Verdicts {
    /** Of what is not in, as many are named beside an edition; {@code articles ls --why} names them all. */
    private static final int SHOWN = 3;

    private Verdicts() {}

    /** One a line, in their order: the place, the title, where it is from, and why. */
    static List<String> lines(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdicts::line).toList();
    }

    private static String line(Verdict verdict) {
        return String.format(Locale.ROOT, "%-8s", word(verdict.place())) + verdict.title() + "  ("
                + verdict.origin().source().replaceAll("^(folder|feed):", "") + ")"
                + (verdict.why().isEmpty() ? "" : "  – " + verdict.why());
    }

    /** {@code 3 in, 2 copies, 1 waiting, 4 out: «Brève» (older than 7 days); …}. */
    static String brief(List<Verdict> verdicts) {
        String counts = counts(verdicts);
        List<Verdict> notIn = verdicts.stream()
                .filter(verdict -> verdict.place() == Place.WAITING || verdict.place() == Place.OUT)
                .toList();
        if (notIn.isEmpty()) {
            return counts;
        }
        String named = notIn.stream()
                .limit(SHOWN)
                .map(verdict -> "«" + verdict.title() + "» (" + verdict.why() + ")")
                .collect(Collectors.joining("; "));
        return counts + ": " + named + (notIn.size() > SHOWN ? "; … (gazette articles ls --why)" : "");
    }

    /** {@code 3 in, 2 copies, 1 waiting, 4 out}. */
    static String counts(List<Verdict> verdicts) {
        return count(verdicts, Place.IN) + " in"
                + some(count(verdicts, Place.COPY), "copy", "copies")
                + some(count(verdicts, Place.WAITING), "waiting", "waiting")
                + some(count(verdicts, Place.OUT), "out", "out");
    }

    private static String some(long number, String one, String many) {
        return number == 0 ? "" : ", " + number + " " + (number == 1 ? one : many);
    }

    static long count(List<Verdict> verdicts, Place place) {
        return verdicts.stream().filter(verdict -> verdict.place() == place).count();
    }

    private static String word(Place place) {
        return place.name().toLowerCase(Locale.ROOT);
    }

    static List<Map<String, Object>> documents(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdicts::document).toList();
    }

    private static Map<String, Object> document(Verdict verdict) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("place", verdict.place().name());
        document.put("title", verdict.title());
        document.put("source", verdict.origin().source());
        document.put("name", verdict.origin().name());
        document.put("why", verdict.why());
        return document;
    }
}
