package gazette.cli;

import gazette.delivery.AnswerCode;
import gazette.delivery.Answers;
import gazette.delivery.DispatchState;
import gazette.delivery.Ended;
import gazette.delivery.Outbox.Trouble;
import gazette.delivery.Tally;
import gazette.edition.Deed;
import gazette.edition.EditionState;
import gazette.edition.Editions.Skip;
import gazette.edition.Editions.Summary;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An edition and its tally, in words and as a document. */
final class EditionReport {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private EditionReport() {}

    static String line(Summary summary, Tally tally) {
        return "n° " + summary.id().number() + "  " + summary.id().newsletter() + " · "
                + summary.key().cadence() + " · " + WHEN.format(summary.key().slot()) + " · "
                + summary.state().name().toLowerCase(Locale.ROOT)
                + (summary.pausedBecause().isEmpty() ? "" : " (" + summary.pausedBecause() + ")") + " · «"
                + summary.subject() + "» · "
                + tally.in(DispatchState.ACCEPTED) + "/" + tally.audience() + " accepted"
                + (tally.waiting() > 0 ? ", " + tally.waiting() + " waiting" : "");
    }

    /** Everybody accounted for, in one line. */
    static String equation(Tally tally) {
        return "audience " + tally.audience() + " = accepted " + tally.in(DispatchState.ACCEPTED) + " + rejected "
                + tally.in(DispatchState.REJECTED) + " + expired " + tally.in(DispatchState.EXPIRED) + " + suppressed "
                + tally.in(DispatchState.SUPPRESSED) + reasons(tally) + " + in doubt " + tally.inDoubt() + " + waiting "
                + tally.waiting();
    }

    private static String reasons(Tally tally) {
        return tally.suppressed().isEmpty()
                ? ""
                : new TreeMap<>(tally.suppressed())
                        .entrySet().stream()
                                .map(reason -> Answers.inWords(reason.getKey()) + " " + reason.getValue())
                                .collect(Collectors.joining(", ", " (", ")"));
    }

    static Map<String, Object> document(Summary summary, Tally tally) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("newsletter", summary.id().newsletter());
        document.put("number", summary.id().number());
        document.put("cadence", summary.key().cadence());
        document.put("slot", summary.key().slot().toString());
        document.put("state", summary.state().name());
        document.put("pausedBecause", summary.pausedBecause());
        document.put("subject", summary.subject());
        document.put("articles", summary.articles());
        document.put("holdUntil", summary.holdUntil().toString());
        document.put("tally", document(tally));
        return document;
    }

    /** What was done to it, a line each. */
    static List<String> course(List<Deed> course) {
        return course.stream()
                .map(deed -> "  " + WHEN.format(deed.at()) + "  " + inWords(deed.kind())
                        + (deed.words().isEmpty() ? "" : ": " + deed.words()))
                .toList();
    }

    static List<Map<String, Object>> courseDocuments(List<Deed> course) {
        return course.stream().map(EditionReport::document).toList();
    }

    private static Map<String, Object> document(Deed deed) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("at", deed.at().toString());
        document.put("kind", deed.kind().name());
        document.put("words", deed.words());
        return document;
    }

    static Map<String, Object> document(Tally tally) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("audience", tally.audience());
        document.put("accepted", tally.in(DispatchState.ACCEPTED));
        document.put("rejected", tally.in(DispatchState.REJECTED));
        document.put("expired", tally.in(DispatchState.EXPIRED));
        document.put("suppressed", tally.in(DispatchState.SUPPRESSED));
        tally.suppressed().forEach((reason, count) -> document.put("suppressed." + reason.name(), count));
        document.put("inDoubt", tally.inDoubt());
        document.put("waiting", tally.waiting());
        document.put("deferred", tally.in(DispatchState.DEFERRED));
        return document;
    }

    static Map<String, Object> document(Skip skip) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("newsletter", skip.key().newsletter());
        document.put("cadence", skip.key().cadence());
        document.put("slot", skip.key().slot().toString());
        document.put("reason", skip.reason());
        return document;
    }

    /** What a person may want to do next. */
    static List<String> next(Summary summary, Tally tally, long heldBack) {
        List<String> lines = new ArrayList<>();
        if (summary.state() == EditionState.PAUSED) {
            lines.add("Paused: " + summary.pausedBecause() + ". To go on: gazette editions resume " + summary.id());
        }
        if (heldBack > 0) {
            lines.add(heldBack + " wait behind a first wave. To go on: gazette editions resume " + summary.id());
        }
        if (summary.state() != EditionState.CANCELLED) {
            if (answered(tally) > 0) {
                lines.add("To try rejected, expired and held ones once more: gazette editions retry " + summary.id());
            }
            if (leftOut(tally) > 0) {
                lines.add(leftOut(tally) + " were left out, which a person can mend. Then: gazette editions retry "
                        + summary.id());
            }
        }
        return lines;
    }

    /** Who was shown to a server, has none or perhaps none, and may be tried again. */
    static long answered(Tally tally) {
        return sum(tally, ended -> !ended.isUnshown());
    }

    /** Whom the server, or their own data, kept from getting it, and who may be tried again. */
    static long leftOut(Tally tally) {
        return sum(tally, Ended::isUnshown);
    }

    private static long sum(Tally tally, Predicate<Ended> wanted) {
        return Arrays.stream(Ended.values())
                .filter(wanted)
                .mapToLong(ended -> ended.in(tally))
                .sum();
    }

    /** What servers said, one line each, the most frequent first. */
    static List<String> lines(List<Answers.Count> answers) {
        return answers.stream()
                .map(count -> String.format(
                        Locale.ROOT, "  %,7d  %s  %s", count.dispatches(), inWords(count.state()), count.words()))
                .toList();
    }

    static String inWords(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static List<Map<String, Object>> documents(List<Answers.Count> answers) {
        return answers.stream().map(EditionReport::document).toList();
    }

    private static Map<String, Object> document(Answers.Count count) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("state", count.state().name());
        document.put("code", AnswerCode.of(count.words()).map(AnswerCode::text).orElse(""));
        document.put("words", count.words());
        document.put("dispatches", count.dispatches());
        return document;
    }

    static Map<String, Object> document(Trouble trouble) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("address", trouble.address().toString());
        document.put("state", trouble.state().name());
        document.put("attempts", trouble.attempts());
        document.put("words", trouble.words());
        return document;
    }

    static String line(Trouble trouble) {
        return "  " + inWords(trouble.state()) + "  " + trouble.address() + "  " + trouble.words();
    }
}
