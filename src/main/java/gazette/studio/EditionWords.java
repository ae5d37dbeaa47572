package gazette.studio;

import gazette.config.Settings;
import gazette.delivery.DispatchState;
import gazette.delivery.Headcount.Figures;
import gazette.delivery.Register.EditionLine;
import gazette.delivery.Register.Line;
import gazette.delivery.Register.SkippedLine;
import gazette.delivery.SuppressionReason;
import gazette.delivery.Tally;
import gazette.edition.Newsletter;
import gazette.web.ReaderLanguage;
import io.javalin.http.Context;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Editions and numbers as the pages about them print them, in one language. */
final class EditionWords {
    private final Settings settings;
    private final Locale language;
    private final Instant now;

    EditionWords(Settings settings, Locale language, Instant now) {
        this.settings = settings;
        this.language = language;
        this.now = now;
    }

    static EditionWords of(Context context, Desk desk) {
        return new EditionWords(
                desk.settings(), ReaderLanguage.of(context), desk.clock().instant());
    }

    /** {@code 1 000 000}, as the language has it. */
    String number(long number) {
        return NumberFormat.getIntegerInstance(language).format(number);
    }

    /** With one digit behind the comma. */
    String rate(double perSecond) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(perSecond < 100 ? 1 : 0);
        return format.format(perSecond);
    }

    String lapse(Duration time) {
        return Lapse.inWords(time, language);
    }

    Times times(String newsletter) {
        return new Times(zone(newsletter), language, now);
    }

    /** {@code 09:14:03}. */
    String second(String newsletter, Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).format(moment.atZone(zone(newsletter)));
    }

    /** A newsletter that the settings have forgotten is told by the clock of the first that they know. */
    private ZoneId zone(String newsletter) {
        return settings.newsletter(newsletter)
                .orElseGet(() -> settings.newsletters().get(0))
                .masthead()
                .zone();
    }

    String name(String newsletter) {
        return settings.newsletter(newsletter)
                .map(Newsletter::masthead)
                .map(masthead -> masthead.name())
                .orElse(newsletter);
    }

    /** A slot: whose, when, how far, and why. */
    Map<String, Object> line(Line line) {
        Map<String, Object> model = new HashMap<>();
        model.put("newsletter", line.key().newsletter());
        model.put("name", name(line.key().newsletter()));
        model.put("cadence", line.key().cadence());
        model.put("slot", times(line.key().newsletter()).model(line.key().slot()));
        model.put("stage", word(line.phase()));
        if (line instanceof EditionLine edition) {
            model.putAll(edition(edition));
        } else if (line instanceof SkippedLine skipped) {
            model.put("why", Reason.model(skipped.reason()));
        }
        return model;
    }

    private Map<String, Object> edition(EditionLine line) {
        Map<String, Object> model = new HashMap<>();
        model.put("path", EditionAddress.of(line.summary().id()));
        model.put("number", line.summary().id().number());
        model.put("subject", line.summary().subject());
        model.put("articles", line.summary().articles());
        model.put("audience", line.audience());
        if (!line.summary().pausedBecause().isEmpty()) {
            model.put("why", Reason.model(line.summary().pausedBecause()));
        }
        Instant leaves = line.summary().holdUntil();
        if (leaves.isAfter(now)) {
            model.put("leavesIn", lapse(Duration.between(now, leaves)));
        }
        return model;
    }

    /** The numbers of a count. */
    Map<String, Object> figures(String newsletter, Figures figures) {
        Tally tally = figures.look().tally();
        Map<String, Object> model = new HashMap<>();
        model.put("countedAt", second(newsletter, figures.countedAt()));
        model.put("instant", figures.countedAt().toString());
        model.put("terms", terms(tally));
        model.put("accepted", tally.in(DispatchState.ACCEPTED));
        model.put("audience", tally.audience());
        model.put("audienceText", number(tally.audience()));
        model.put("settled", tally.settled());
        model.put("goal", figures.look().goal());
        model.put("heldBack", figures.look().heldBack());
        model.put("inHand", figures.look().inHand());
        model.put("deferred", tally.in(DispatchState.DEFERRED));
        model.put("waiting", tally.waiting());
        model.put("isWaveOut", figures.look().isWaveOut(now));
        if (figures.perSecond() > 0) {
            model.put("rate", rate(figures.perSecond()));
        }
        figures.left().ifPresent(left -> model.put("left", lapse(left.time())));
        figures.look()
                .nextDue()
                .filter(due -> due.isAfter(now))
                .ifPresent(due -> model.put("nextDue", times(newsletter).model(due)));
        return model;
    }

    /** The sum that everybody of the audience is in. */
    private List<Map<String, Object>> terms(Tally tally) {
        List<Map<String, Object>> terms = new ArrayList<>();
        terms.add(term("accepted", tally.in(DispatchState.ACCEPTED)));
        terms.add(term("rejected", tally.in(DispatchState.REJECTED)));
        terms.add(term("expired", tally.in(DispatchState.EXPIRED)));
        Map<String, Object> suppressed = term("suppressed", tally.in(DispatchState.SUPPRESSED));
        suppressed.put("reasons", reasons(tally));
        terms.add(suppressed);
        terms.add(term("held", tally.in(DispatchState.HELD)));
        terms.add(term("in_doubt", tally.in(DispatchState.IN_DOUBT)));
        terms.add(term("waiting", tally.waiting()));
        return terms;
    }

    private Map<String, Object> term(String key, long number) {
        return new HashMap<>(Map.of("key", key, "number", number, "text", number(number)));
    }

    private List<Map<String, Object>> reasons(Tally tally) {
        return tally.suppressed().entrySet().stream()
                .sorted(Map.Entry.<SuppressionReason, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(each -> term(word(each.getKey()), each.getValue()))
                .toList();
    }

    /** The moment in a newsletter's zone; nothing for none. */
    Map<String, Object> moment(String newsletter, Optional<Instant> moment) {
        return moment.map(times(newsletter)::model).orElse(Map.of());
    }

    /** As words files and addresses have it. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
