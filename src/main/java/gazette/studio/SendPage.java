package gazette.studio;

import gazette.delivery.SmtpAccount;
import gazette.digest.RunReport;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.Newsletter;
import gazette.edition.NoteUnreadable;
import gazette.edition.Story;
import gazette.proof.Look;
import gazette.proof.Proof;
import gazette.render.TemplateProblem;
import gazette.web.ReaderLanguage;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Sends the coming edition now, not at its slot. It says how many readers of what get which edition, asks for the
 * newsletter's name, and for a reason where the checks found an error; then there is time to call it off. What goes is
 * what was shown: if the edition has changed since, it asks again.
 */
final class SendPage implements StudioPages {
    static final String PATH = "/next/send";

    private static final List<String> REFUSED = List.of("nothing", "changed", "name", "errors", "broken", "skipped");

    /** Whoever sends by hand needs so long at least to see what they did. */
    private static final Duration SHORTEST_COOLDOWN = Duration.ofMinutes(2);

    private static final String WHY = "why";

    private static final int LONGEST_REASON = 500;

    private final Desk desk;
    private final Departures departures;
    private final Frame frame;
    private final Drafts drafts;
    private final Audiences audiences;
    private final Checks checks;

    SendPage(Desk desk, Departures departures, Frame frame, Drafts drafts, Audiences audiences, Checks checks) {
        this.desk = desk;
        this.departures = departures;
        this.frame = frame;
        this.drafts = drafts;
        this.audiences = audiences;
        this.checks = checks;
    }

    @Override
    public void addTo(StudioRoutes routes) {
        routes.read(PATH, this::page);
        routes.change(PATH, this::send);
    }

    private void page(Context context) {
        Where where = Where.of(context, desk.settings());
        Newsletter newsletter = where.newsletter();
        long readers = audiences.of(newsletter, where.cadence()).all();
        Map<String, Object> model = new HashMap<>();
        model.put("readers", readers);
        model.put("list", newsletter.subscribers().isPresent());
        model.put("cooldown", Lapse.inWords(cooldown(newsletter), ReaderLanguage.of(context)));
        model.put("refused", Word.of(context, "refused", REFUSED, word -> word).orElse(""));
        model.put(WHY, Objects.requireNonNullElse(context.queryParam(WHY), ""));
        model.put("editions", proof(where).map(SendPage::edition).stream().toList());
        model.put("isBroken", drafts.of(where, Look.COMING).fault().isPresent());
        model.put("errors", errors(where));
        model.put(
                "time",
                time(readers).map(time -> Lapse.inWords(time, ReaderLanguage.of(context))).stream()
                        .toList());
        Address asked = new Address(PATH)
                .with(Where.NEWSLETTER, newsletter.id())
                .with(Where.CADENCE, where.cadence().name());
        model.put("here", asked.toString());
        model.put("back", asked.at(Room.NEXT.path()).toString());
        model.put("checks", asked.at(ChecksPage.PATH).toString());
        frame.show(context, "send", Room.NEXT, model);
    }

    private static Map<String, Object> edition(Proof proof) {
        return Map.of(
                "number", proof.edition().number(),
                "subject", proof.rendering().first().subject(),
                "language", proof.rendering().first().language().toLanguageTag(),
                "articles", proof.edition().stories().size(),
                "seen", seen(proof.edition()));
    }

    /** What tells one edition from another that was shown before. */
    private static String seen(Edition edition) {
        List<Object> shown =
                edition.stories().stream().<Object>map(SendPage::shown).toList();
        return Integer.toHexString(
                Objects.hash(edition.number(), edition.template(), String.valueOf(edition.note()), shown));
    }

    private static List<String> shown(Story story) {
        return List.of(
                story.article().fingerprint(), story.form().name(), story.section(), String.valueOf(story.isUpdate()));
    }

    private Optional<Proof> proof(Where where) {
        Draft draft = drafts.of(where, Look.COMING);
        return draft.fault().isPresent() ? Optional.empty() : draft.proof();
    }

    private static Duration cooldown(Newsletter newsletter) {
        return newsletter.cooldown().compareTo(SHORTEST_COOLDOWN) < 0 ? SHORTEST_COOLDOWN : newsletter.cooldown();
    }

    /** At the pace that is set; empty when none is. */
    private Optional<Duration> time(long readers) {
        double perSecond = desk.settings().accounts().stream()
                .filter(account -> account.share() > 0)
                .map(SmtpAccount::rates)
                .mapToDouble(rates -> rates.perSecond().orElse(Double.NaN))
                .sum();
        return Double.isNaN(perSecond) || perSecond <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds((long) Math.ceil(readers / perSecond)));
    }

    private void send(Context context) {
        Where where = Where.of(context, desk.settings());
        Optional<String> objection = objection(context, where);
        if (objection.isPresent()) {
            context.redirect(again(context, objection.get()), HttpStatus.SEE_OTHER);
            return;
        }
        try {
            Optional<String> despite = despite(context, where);
            RunReport report =
                    departures.depart(where.newsletter(), where.cadence(), cooldown(where.newsletter()), despite);
            Optional<EditionId> edition = report.edition().map(Edition::id);
            edition.ifPresent(id -> despite.ifPresent(why -> StudioLog.sentDespite(id, why)));
            context.redirect(
                    edition.map(EditionAddress::of).orElseGet(() -> again(context, "skipped")), HttpStatus.SEE_OTHER);
        } catch (TemplateProblem | NoteUnreadable broken) {
            context.redirect(again(context, "broken"), HttpStatus.SEE_OTHER);
        }
    }

    /** This page once more; the reason goes along, so that nobody types it twice. */
    private static String again(Context context, String refused) {
        Address here = Address.of(context).without(WHY).with("refused", refused);
        String why = reason(context);
        return (why.isEmpty() ? here : here.with(WHY, why)).toString();
    }

    /** Why it does not go, as {@link #REFUSED} calls it. */
    private Optional<String> objection(Context context, Where where) {
        Optional<Proof> proof = proof(where);
        if (proof.isEmpty()) {
            return Optional.of("nothing");
        }
        if (!seen(proof.get().edition()).equals(form(context, "seen"))) {
            return Optional.of("changed");
        }
        if (!isName(form(context, "name"), where.newsletter())) {
            return Optional.of("name");
        }
        return errors(where) > 0 && reason(context).isEmpty() ? Optional.of("errors") : Optional.empty();
    }

    private static boolean isName(String typed, Newsletter newsletter) {
        return typed.equals(newsletter.id())
                || spoken(typed).equals(spoken(newsletter.masthead().name()));
    }

    /** Without what people do not see: case, and kinds of blanks. */
    private static String spoken(String name) {
        return name.replaceAll("[\\s\\h]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    private long errors(Where where) {
        return Score.of(checks.of(where, Look.COMING).findings()).errors();
    }

    /** The reason that was given, where there are errors. */
    private Optional<String> despite(Context context, Where where) {
        String why = reason(context);
        return why.isEmpty() || errors(where) == 0 ? Optional.empty() : Optional.of(why);
    }

    private static String reason(Context context) {
        String why = form(context, WHY);
        return why.substring(0, Math.min(why.length(), LONGEST_REASON));
    }

    private static String form(Context context, String name) {
        return Objects.requireNonNullElse(context.formParam(name), "").strip();
    }
}
