package gazette.cli;

import gazette.delivery.DispatchState;
import gazette.delivery.EditionLook;
import gazette.delivery.Forecast.Left;
import gazette.delivery.Momentum;
import gazette.delivery.Parting;
import gazette.delivery.Tally;
import gazette.delivery.TimeLeft;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How far a sending is: a bar where a person watches, a document each second for programs, else a line each ten seconds. */
final class Progress {
    private static final int BAR = 20;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final Duration BETWEEN_DOCUMENTS = Duration.ofSeconds(1);
    private static final int WORDS = 50;

    private final Screen screen;
    private final Clock clock;
    private final TimeLeft timeLeft;
    private final Momentum momentum = new Momentum();
    private Instant nextLine;

    Progress(Screen screen, Clock clock, TimeLeft timeLeft) {
        this.screen = screen;
        this.clock = clock;
        this.timeLeft = timeLeft;
        this.nextLine = clock.instant().plus(betweenLines());
    }

    private Duration betweenLines() {
        return screen.options().json() ? BETWEEN_DOCUMENTS : BETWEEN_LINES;
    }

    /** @param trouble why connections fail at present, if they do */
    void show(EditionLook look, Optional<Parting> trouble) {
        Instant now = clock.instant();
        momentum.read(now, look.tally().settled());
        if (screen.isAnimated()) {
            screen.redraw(line(look, momentum.perSecond(), left(look, trouble), trouble));
        } else if (!now.isBefore(nextLine)) {
            nextLine = now.plus(betweenLines());
            tell(look, trouble);
        }
    }

    void end() {
        if (screen.isAnimated()) {
            screen.endRedraw();
        }
    }

    private void tell(EditionLook look, Optional<Parting> trouble) {
        double rate = momentum.perSecond();
        if (screen.options().json()) {
            screen.line(document(look, rate, left(look, trouble), trouble), "");
        } else {
            screen.note(line(look, rate, left(look, trouble), trouble));
        }
    }

    /** While nothing moves because of a trouble, nobody knows. */
    private Optional<Left> left(EditionLook look, Optional<Parting> trouble) {
        double rate = momentum.perSecond();
        return rate == 0 && trouble.isPresent() ? Optional.empty() : timeLeft.of(look, rate);
    }

    private Map<String, Object> document(
            EditionLook look, double rate, Optional<Left> left, Optional<Parting> trouble) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("event", "progress");
        document.put("edition", look.summary().id().toString());
        document.put("state", look.state().name());
        document.put("rate", Math.round(rate * 10) / 10.0);
        left.ifPresent(known -> {
            document.put("secondsLeft", known.time().toSeconds());
            document.put("today", known.today());
        });
        document.put("heldBack", look.heldBack());
        trouble.ifPresent(parting -> document.put("trouble", parting.words()));
        document.put("tally", EditionReport.document(look.tally()));
        return document;
    }

    private String line(EditionLook look, double rate, Optional<Left> left, Optional<Parting> trouble) {
        Tally tally = look.tally();
        long goal = look.goal();
        int full = goal <= 0 ? BAR : (int) (BAR * tally.settled() / goal);
        String bar = "▓".repeat(Math.min(BAR, full)) + "░".repeat(Math.max(0, BAR - full));
        String line = String.format(
                Locale.ROOT,
                "n° %d  %s %d %%  %,d/%,d  %.1f/s",
                look.summary().id().number(),
                bar,
                goal <= 0 ? 100 : 100 * tally.settled() / goal,
                tally.settled(),
                goal,
                rate);
        return line
                + left.map(known -> "  " + inWords(known, look, clock.instant()))
                        .orElse("")
                + some("deferred", tally.in(DispatchState.DEFERRED))
                + some("rejected", tally.in(DispatchState.REJECTED) + tally.in(DispatchState.EXPIRED))
                + some("in doubt", tally.inDoubt())
                + some("later", look.heldBack())
                + trouble.map(parting -> "  waits: " + shortened(parting.words()))
                        .orElse("");
    }

    private static String some(String name, long count) {
        return count == 0 ? "" : String.format(Locale.ROOT, "  %s %,d", name, count);
    }

    private static String shortened(String words) {
        return words.length() <= WORDS ? words : words.substring(0, WORDS - 1) + "…";
    }

    /** {@code 3:57 left}; when a warm-up ends the day before, how many go on it and which day is the last. */
    static String inWords(Left left, EditionLook look, Instant now) {
        return left.today() >= look.toGo()
                ? inWords(left.time()) + " left"
                : String.format(
                        Locale.ROOT,
                        "%s more today (warm-up), the last on %s",
                        left.today() == 0 ? "no" : String.format(Locale.ROOT, "%,d", left.today()),
                        LocalDate.ofInstant(now.plus(left.time()), ZoneOffset.UTC));
    }

    /** {@code 3:57}, or {@code 1:02:03}. */
    static String inWords(Duration time) {
        long seconds = time.plusMillis(999).toSeconds();
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
