package gazette.cli;

import gazette.edition.Cadence;
import gazette.edition.Newsletter;
import gazette.schedule.CronWords;
import gazette.schedule.Slots;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code gazette schedule}. */
final class ScheduleCommand {
    private static final DateTimeFormatter SLOT =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm:ss xxx", Locale.ENGLISH);

    private ScheduleCommand() {}

    /** {@code gazette schedule ls}. */
    static final class Ls implements Command {
        private final Gazette gazette;

        Ls(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named("ls", "The cadences of every newsletter, in words.");
        }

        @Override
        public ExitCode call() {
            List<Map<String, Object>> rows = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            Instant now = gazette.surroundings().clock().instant();
            for (Newsletter newsletter : gazette.settings().newsletters()) {
                for (Cadence cadence : newsletter.cadences()) {
                    String words = CronWords.inWords(cadence.cron(), Locale.ENGLISH);
                    String next = Slots.next(cadence, newsletter.masthead().zone(), now, 1).stream()
                            .map(slot -> SLOT.format(
                                    slot.atZone(newsletter.masthead().zone())))
                            .findFirst()
                            .orElse("never again");
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("newsletter", newsletter.id());
                    row.put("cadence", cadence.name());
                    row.put("cron", cadence.cron());
                    row.put("zone", newsletter.masthead().zone().getId());
                    row.put("words", words);
                    row.put("next", next);
                    rows.add(row);
                    lines.add(newsletter.id() + " · " + cadence.name() + " · " + words + " ("
                            + newsletter.masthead().zone() + ") · next " + next);
                }
            }
            gazette.screen().answer(Map.of("cadences", rows), lines);
            return ExitCode.DONE;
        }
    }

    /** {@code gazette schedule next}. */
    static final class Next implements Command {
        private final Gazette gazette;
        private Optional<String> newsletter = Optional.empty();
        private int count = 10;

        Next(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named("next", "The next slots of a newsletter, over all its cadences.");
            syntax.option("--count", "N", "How many (default: " + count + ").", Integer.class, value -> count = value);
            syntax.parameter("NEWSLETTER", "Its key in the settings.", value -> newsletter = Optional.of(value));
        }

        private record Slot(String cadence, ZonedDateTime at) {}

        @Override
        public ExitCode call() {
            Newsletter wanted = Gazette.newsletter(gazette.settings(), newsletter);
            List<Slot> slots = wanted.cadences().stream()
                    .flatMap(cadence -> slots(wanted, cadence).stream())
                    .sorted(Comparator.comparing(Slot::at))
                    .limit(count)
                    .toList();
            gazette.screen()
                    .answer(
                            Map.of(
                                    "newsletter",
                                    wanted.id(),
                                    "slots",
                                    slots.stream()
                                            .map(s -> Map.of(
                                                    "cadence",
                                                    s.cadence(),
                                                    "slot",
                                                    s.at().toInstant().toString()))
                                            .toList()),
                            slots.stream()
                                    .map(s -> SLOT.format(s.at()) + " · " + s.cadence())
                                    .toList());
            return ExitCode.DONE;
        }

        private List<Slot> slots(Newsletter newsletter, Cadence cadence) {
            Instant now = gazette.surroundings().clock().instant();
            return Slots.next(cadence, newsletter.masthead().zone(), now, count).stream()
                    .map(slot -> new Slot(
                            cadence.name(), slot.atZone(newsletter.masthead().zone())))
                    .toList();
        }
    }
}
