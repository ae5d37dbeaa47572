package gazette.cli;

import gazette.delivery.DispatchState;
import gazette.delivery.Outbox.Trouble;
import gazette.delivery.Tally;
import gazette.edition.Editions.Skip;
import gazette.edition.Editions.Summary;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An edition and its tally, in words and as a document. */
final class EditionReport {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private EditionReport() {}

    static String line(Summary summary, Tally tally) {
        return "n° " + summary.id().number() + "  " + summary.id().newsletter() + " · "
                + summary.key().cadence() + " · " + WHEN.format(summary.key().slot()) + " · "
                + summary.state().name().toLowerCase(Locale.ROOT) + " · «" + summary.subject() + "» · "
                + tally.in(DispatchState.ACCEPTED) + "/" + tally.audience() + " accepted"
                + (tally.waiting() > 0 ? ", " + tally.waiting() + " waiting" : "");
    }

    /** Everybody accounted for, in one line. */
    static String equation(Tally tally) {
        return "audience " + tally.audience() + " = accepted " + tally.in(DispatchState.ACCEPTED) + " + rejected "
                + tally.in(DispatchState.REJECTED) + " + expired " + tally.in(DispatchState.EXPIRED) + " + suppressed "
                + tally.in(DispatchState.SUPPRESSED) + " + in doubt " + tally.inDoubt() + " + waiting "
                + tally.waiting();
    }

    static Map<String, Object> document(Summary summary, Tally tally) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("newsletter", summary.id().newsletter());
        document.put("number", summary.id().number());
        document.put("cadence", summary.key().cadence());
        document.put("slot", summary.key().slot().toString());
        document.put("state", summary.state().name());
        document.put("subject", summary.subject());
        document.put("articles", summary.articles());
        document.put("holdUntil", summary.holdUntil().toString());
        document.put("tally", document(tally));
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

    static Map<String, Object> document(Trouble trouble) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("address", trouble.address().toString());
        document.put("state", trouble.state().name());
        document.put("attempts", trouble.attempts());
        document.put("words", trouble.words());
        return document;
    }

    static String line(Trouble trouble) {
        return "  " + trouble.state().name().toLowerCase(Locale.ROOT).replace('_', ' ') + "  " + trouble.address()
                + "  " + trouble.words();
    }
}
