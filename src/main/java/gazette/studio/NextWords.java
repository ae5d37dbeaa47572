package gazette.studio;

import gazette.check.Finding.Spot;
import gazette.check.Specimen;
import gazette.delivery.Phase;
import gazette.delivery.Register.EditionLine;
import gazette.delivery.Register.Wanted;
import gazette.digest.Rehearsal.Outlook;
import gazette.edition.Plan;
import gazette.proof.Fault;
import gazette.proof.Look;
import gazette.proof.Proof;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The coming edition in words and numbers that a template can print. For one page. */
final class NextWords {
    /** Enough to find one that was not called off. */
    private static final int RECENT = 10;

    private final Desk desk;
    private final Where where;
    private final Look look;
    private final Times times;
    private final Address address;
    private final Plan plan;

    NextWords(Desk desk, Where where, Look look, Times times, Address address) {
        this.desk = desk;
        this.where = where;
        this.look = look;
        this.times = times;
        this.address = address;
        this.plan = desk.plans().plan(where.newsletter().id(), where.cadence().name());
    }

    /** All but the message on the stage. */
    Map<String, Object> around(Draft draft, Audiences.Readers readers) {
        StoryRows rows = new StoryRows(plan);
        Map<String, Object> model = new HashMap<>();
        model.put("readers", readers.all());
        model.put(
                "domains",
                readers.domains().stream()
                        .map(each -> Map.of("name", each.domain(), "readers", each.readers()))
                        .toList());
        model.put("list", where.newsletter().subscribers().isPresent());
        model.put("isComing", look.isComing());
        model.put("look", look());
        model.put("isModified", !plan.isEmpty());
        model.put("note", plan.note().orElse(""));
        model.put("problems", draft.fault().map(this::problem).stream().toList());
        model.put("isNothing", draft.isNothing());
        model.put("reason", Reason.model(draft.outlook().map(Outlook::reason).orElse("")));
        model.put("previous", previous());
        model.put("edition", draft.proof().map(this::edition).orElse(Map.of()));
        model.put("stories", draft.proof().map(rows::in).orElse(List.of()));
        model.put("others", draft.outlook().map(rows::others).orElse(List.of()));
        model.put("to", new NextLinks(where, address).model());
        return model;
    }

    private Map<String, Object> look() {
        return Map.of(
                Looks.LAST,
                look.last().isPresent() ? look.last().getAsInt() : 0,
                Looks.SINCE,
                look.since().map(times::input).orElse(""),
                "asOf",
                look.asOf().map(times::inputTime).orElse(""),
                "asOfDay",
                look.asOf().map(times::model).stream().toList(),
                "sinceDay",
                look.since().map(times::model).stream().toList());
    }

    private Map<String, Object> problem(Fault fault) {
        return Map.of(
                "title", "problem_" + fault.kind().name().toLowerCase(Locale.ROOT),
                "file", fault.file(),
                "line", fault.line(),
                "column", fault.column(),
                "message", fault.message(),
                "href",
                        fault.file().isEmpty()
                                ? ""
                                : SpotAddress.ofTemplate(spot(fault)).orElse(""),
                "source",
                        fault.source().stream()
                                .map(line ->
                                        Map.of("number", line.number(), "text", line.text(), "isHere", line.isHere()))
                                .toList());
    }

    private static Spot spot(Fault fault) {
        return new Spot(fault.file(), fault.line());
    }

    /** The newsletter's last edition that was not called off. */
    private List<Map<String, Object>> previous() {
        Instant now = desk.clock().instant();
        Wanted wanted = new Wanted(Optional.of(where.newsletter().id()), Optional.empty(), now);
        return desk.register().lines(wanted, 0, RECENT).stream()
                .filter(EditionLine.class::isInstance)
                .map(EditionLine.class::cast)
                .filter(line -> line.phase() != Phase.CANCELLED)
                .limit(1)
                .map(line -> {
                    Map<String, Object> model =
                            new HashMap<>(times.model(line.summary().key().slot()));
                    model.put("number", line.summary().id().number());
                    model.put("href", EditionAddress.of(line.summary().id()));
                    return model;
                })
                .toList();
    }

    private Map<String, Object> edition(Proof proof) {
        Map<String, Object> model = new HashMap<>(times.model(proof.slot()));
        model.put("number", proof.edition().number());
        model.put("waiting", proof.outlook().waiting());
        model.put("subject", proof.rendering().first().subject());
        return model;
    }

    /** What an inbox shows of the message. */
    Map<String, Object> inbox(Proof proof, Specimen specimen) {
        return Map.of(
                "inbox",
                Map.of(
                        "sender",
                                proof.edition().masthead().from().name().isBlank()
                                        ? proof.edition()
                                                .masthead()
                                                .from()
                                                .address()
                                                .toString()
                                        : proof.edition().masthead().from().name(),
                        "subject", specimen.subject(),
                        "preheader", specimen.preheader(),
                        "time", times.time(proof.slot()),
                        "day", times.day(proof.slot()),
                        "instant", proof.slot().toString(),
                        "language", specimen.language().toLanguageTag()));
    }
}
