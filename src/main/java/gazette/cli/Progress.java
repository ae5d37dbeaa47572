package gazette.cli;

import gazette.delivery.DispatchState;
import gazette.delivery.Tally;
import gazette.edition.EditionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How far a sending is: a bar where a person watches, else a line each ten seconds. */
final class Progress {
    private static final int BAR = 20;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Screen screen;
    private final Clock clock;
    private final EditionId edition;
    private final Instant begun;
    private Instant nextLine;
    private Optional<Long> settledBefore = Optional.empty();

    Progress(Screen screen, Clock clock, EditionId edition) {
        this.screen = screen;
        this.clock = clock;
        this.edition = edition;
        this.begun = clock.instant();
        this.nextLine = begun.plus(BETWEEN_LINES);
    }

    void show(Tally tally) {
        Instant now = clock.instant();
        long before = settledBefore.orElse(tally.settled());
        settledBefore = Optional.of(before);
        double seconds = Math.max(0.001, Duration.between(begun, now).toMillis() / 1000.0);
        double rate = (tally.settled() - before) / seconds;
        if (screen.isAnimated()) {
            screen.redraw(line(tally, rate));
        } else if (!now.isBefore(nextLine)) {
            nextLine = now.plus(BETWEEN_LINES);
            tell(tally, rate);
        }
    }

    void end() {
        if (screen.isAnimated()) {
            screen.endRedraw();
        }
    }

    private void tell(Tally tally, double rate) {
        if (screen.options().json()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("event", "progress");
            document.put("edition", edition.toString());
            document.put("rate", rate);
            document.put("tally", EditionReport.document(tally));
            screen.line(document, "");
        } else {
            screen.note(line(tally, rate));
        }
    }

    private String line(Tally tally, double rate) {
        int full = tally.audience() == 0 ? BAR : (int) (BAR * tally.settled() / tally.audience());
        long percent = tally.audience() == 0 ? 100 : 100 * tally.settled() / tally.audience();
        long left = tally.audience() - tally.settled();
        String time = rate > 0 ? "  " + inWords(Duration.ofSeconds((long) (left / rate))) + " left" : "";
        return String.format(
                        Locale.ROOT,
                        "n° %d  %s%s %d %%  %d/%d  %.1f/s",
                        edition.number(),
                        "▓".repeat(full),
                        "░".repeat(BAR - full),
                        percent,
                        tally.settled(),
                        tally.audience(),
                        rate)
                + time
                + (tally.in(DispatchState.DEFERRED) > 0 ? "  deferred " + tally.in(DispatchState.DEFERRED) : "")
                + (tally.in(DispatchState.REJECTED) > 0 ? "  rejected " + tally.in(DispatchState.REJECTED) : "");
    }

    /** {@code 3:57}, or {@code 1:02:03}. */
    static String inWords(Duration time) {
        long seconds = time.plusMillis(999).toSeconds();
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
