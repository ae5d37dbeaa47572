package gazette.studio;

import gazette.article.Origin;
import gazette.check.Dissection.Piece;
import gazette.check.Finding.Spot;
import gazette.check.Persona;
import gazette.check.Personas;
import gazette.check.Specimen;
import gazette.delivery.Phase;
import gazette.delivery.Register.EditionLine;
import gazette.delivery.Register.Wanted;
import gazette.digest.Rehearsal.Outlook;
import gazette.edition.Form;
import gazette.edition.Plan;
import gazette.edition.Story;
import gazette.edition.Verdict;
import gazette.edition.Verdict.Place;
import gazette.proof.Fault;
import gazette.proof.Look;
import gazette.proof.Proof;
import gazette.subscriber.Beginning;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The coming edition in words and numbers that a template can print. For one page. */
final class NextWords {
    /** More of a message's octets than anybody reads through. */
    private static final int MOST_SOURCE = 200_000;

    /** More are found by more letters. */
    private static final int MOST_FOUND = 8;

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
        model.put("stories", draft.proof().map(this::stories).orElse(List.of()));
        model.put("others", draft.outlook().map(this::others).orElse(List.of()));
        model.put("to", to());
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

    /** Where the page's forms and links lead. */
    private Map<String, Object> to() {
        Address plain = address.without(Tests.PARAMETER);
        return Map.of(
                "story", plain.at(PlanChanges.STORY).toString(),
                "note", plain.at(PlanChanges.NOTE).toString(),
                "over", plain.at(PlanChanges.OVER).toString(),
                "test", plain.at(Tests.PATH).toString(),
                "send", asked().at(SendPage.PATH).toString(),
                "checks",
                        address.without(
                                        Tests.PARAMETER,
                                        View.PARAMETER,
                                        Appearance.PARAMETER,
                                        PicturesShown.PARAMETER,
                                        ChosenReader.PARAMETER,
                                        ChosenReader.REAL)
                                .at(ChecksPage.PATH)
                                .toString(),
                "coming", plain.without(Looks.LAST, Looks.SINCE, Looks.AS_OF).toString(),
                "three",
                        plain.without(Looks.SINCE, Looks.AS_OF)
                                .with(Looks.LAST, "3")
                                .toString(),
                "kept", kept(Looks.LAST, Looks.SINCE, Looks.AS_OF),
                "keptForReader", kept(ChosenReader.PARAMETER, ChosenReader.REAL, ChosenReader.SOUGHT));
    }

    private Address asked() {
        return new Address("/")
                .with(Where.NEWSLETTER, where.newsletter().id())
                .with(Where.CADENCE, where.cadence().name());
    }

    /** What a form of this page that changes these says of all else. */
    private List<Map<String, Object>> kept(String... changed) {
        List<Map<String, Object>> kept = new ArrayList<>();
        address.without(changed)
                .without(Tests.PARAMETER)
                .parameters()
                .forEach((name, value) -> kept.add(Map.of("name", name, "value", value)));
        return kept;
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

    private static final int RECENT = 10;

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

    /** Whom the message can be made for, and whom it is made for. */
    Map<String, Object> readers(ChosenReader chosen, Context context, Locale language) {
        String sought = Objects.requireNonNullElse(context.queryParam(ChosenReader.SOUGHT), "")
                .strip();
        return Map.of(
                "reader", chosen.label(),
                "persona", chosen.persona().orElse(""),
                "sought", sought,
                "found", sought.isEmpty() ? List.of() : found(sought),
                "personas",
                        Personas.all(where.newsletter()).stream()
                                .map(each -> persona(each, language))
                                .toList());
    }

    private List<Map<String, Object>> found(String sought) {
        return desk.subscribers().beginning(where.newsletter().id(), new Beginning(sought), MOST_FOUND).stream()
                .map(each -> Map.<String, Object>of(
                        "label",
                        ChosenReader.label(each),
                        "href",
                        address.without(ChosenReader.PARAMETER, ChosenReader.SOUGHT, Tests.PARAMETER)
                                .with(ChosenReader.REAL, String.valueOf(each.id()))
                                .toString()))
                .toList();
    }

    private static Map<String, Object> persona(Persona persona, Locale language) {
        return Map.of("key", persona.key(), "label", persona.label(language));
    }

    private List<Map<String, Object>> stories(Proof proof) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Story> stories = proof.edition().stories();
        for (int place = 0; place < stories.size(); place++) {
            Story story = stories.get(place);
            Map<String, Object> row = new HashMap<>(row(story.article().origin()));
            row.put("title", story.article().title());
            row.put("language", story.article().language().toLanguageTag());
            row.put("credits", story.article().credits());
            row.put("section", story.section());
            row.put("isUpdate", story.isUpdate());
            row.put("form", word(story.form()));
            row.put("isFirst", place == 0);
            row.put("isLast", place == stories.size() - 1);
            row.put("why", why(proof.outlook(), story));
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Object> why(Outlook outlook, Story story) {
        return outlook.verdicts().stream()
                .filter(verdict -> verdict.origin().equals(story.article().origin()) && verdict.place() == Place.IN)
                .findFirst()
                .map(verdict -> VerdictWords.model(verdict.why()))
                .orElseGet(() -> VerdictWords.model(""));
    }

    private Map<String, Object> row(Origin origin) {
        ArticleAddress article = ArticleAddress.of(origin);
        Form form = plan.forms().get(origin);
        return Map.of(
                "id",
                article.id(),
                "href",
                article.path(),
                "asked",
                form == null ? "laid-out" : word(form),
                "isDecided",
                form != null
                        || plan.order().contains(origin)
                        || plan.out().contains(origin)
                        || plan.in().contains(origin));
    }

    private static String word(Form form) {
        return form.name().toLowerCase(Locale.ROOT);
    }

    /** What is not in: copies, what waits, what is out. */
    private List<Map<String, Object>> others(Outlook outlook) {
        return outlook.verdicts().stream()
                .filter(verdict -> verdict.place() != Place.IN)
                .map(this::other)
                .toList();
    }

    private Map<String, Object> other(Verdict verdict) {
        Map<String, Object> row = new HashMap<>(row(verdict.origin()));
        row.put("title", verdict.title());
        row.put("place", verdict.place().name().toLowerCase(Locale.ROOT));
        row.put("why", VerdictWords.model(verdict.why()));
        row.put("isLeftOut", plan.out().contains(verdict.origin()));
        return row;
    }

    /** The octets of a message as text; what is longer than anybody reads is cut. */
    static String source(Specimen specimen) {
        String raw = specimen.raw();
        String read = raw.substring(0, Math.min(raw.length(), MOST_SOURCE));
        String text = new String(read.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return raw.length() > MOST_SOURCE ? text + "\n…" : text;
    }

    /** The tree of a message's parts. */
    List<Map<String, Object>> pieces(Specimen specimen) {
        return specimen.pieces().stream().map(this::piece).toList();
    }

    private Map<String, Object> piece(Piece piece) {
        return Map.of(
                "depth", piece.depth(),
                "type", piece.mediaType(),
                "charset", piece.charset(),
                "encoding", piece.encoding(),
                "octets", piece.octets());
    }
}
