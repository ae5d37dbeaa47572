package gazette.schedule;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A cron expression as people say it: «du lundi au vendredi à 7 h 00», "Monday to Friday at 07:00". */
public final class CronWords {
    /** Quartz's names, in the order of its numbers: 1 is Sunday. */
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    private static final Pattern RANGE = Pattern.compile("([A-Z0-9]+)-([A-Z0-9]+)");
    private static final Pattern NTH = Pattern.compile("([A-Z]{3}|[1-7])#([1-5])");
    private static final Pattern LAST = Pattern.compile("([A-Z]{3}|[1-7])L");
    private static final Pattern STEP = Pattern.compile("[0*]/(\\d{1,2})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

    private final String[] fields;
    private final Tongue tongue;

    private CronWords(String[] fields, Tongue tongue) {
        this.fields = fields;
        this.tongue = tongue;
    }

    /** In French or English; {@code cron} itself when it is too odd for words. */
    public static String inWords(String cron, Locale language) {
        String[] fields = cron.strip().toUpperCase(Locale.ROOT).split("\\s+");
        boolean plain = (fields.length == 6 || (fields.length == 7 && fields[6].equals("*"))) && fields[4].equals("*");
        return plain ? new CronWords(fields, Tongue.of(language)).words().orElse(cron) : cron;
    }

    private Optional<String> words() {
        Optional<String> days = days();
        Optional<String> interval = interval();
        if (interval.isPresent()) {
            return days.map(d -> d.equals(tongue.everyDay()) ? interval.get() : interval.get() + ", " + d);
        }
        return times().flatMap(times -> days.map(d -> d + " " + times));
    }

    private Optional<String> interval() {
        String time = fields[0] + " " + fields[1] + " " + fields[2];
        Matcher seconds = STEP.matcher(fields[0]);
        if (seconds.matches() && time.endsWith(" * *")) {
            return evenly(seconds.group(1), 60).map(n -> tongue.every(n, Tongue.Unit.SECOND));
        }
        Matcher minutes = STEP.matcher(fields[1]);
        if (minutes.matches() && fields[0].equals("0") && fields[2].equals("*")) {
            return evenly(minutes.group(1), 60).map(n -> tongue.every(n, Tongue.Unit.MINUTE));
        }
        return switch (time) {
            case "* * *" -> Optional.of(tongue.every(1, Tongue.Unit.SECOND));
            case "0 * *" -> Optional.of(tongue.every(1, Tongue.Unit.MINUTE));
            case "0 0 *" -> Optional.of(tongue.every(1, Tongue.Unit.HOUR));
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> evenly(String step, int whole) {
        int n = Integer.parseInt(step);
        return n > 0 && whole % n == 0 ? Optional.of(n) : Optional.empty();
    }

    private Optional<String> times() {
        if (!fields[0].equals("0") || !NUMBER.matcher(fields[1]).matches()) {
            return Optional.empty();
        }
        List<String> hours = List.of(fields[2].split(","));
        if (!hours.stream().allMatch(hour -> NUMBER.matcher(hour).matches())) {
            return Optional.empty();
        }
        int minute = Integer.parseInt(fields[1]);
        return Optional.of(tongue.at(hours.stream()
                .map(hour -> tongue.time(Integer.parseInt(hour), minute))
                .toList()));
    }

    private Optional<String> days() {
        String ofMonth = fields[3];
        String ofWeek = fields[5];
        if (!ofWeek.equals("?") && !ofWeek.equals("*")) {
            return ofMonth.equals("?") || ofMonth.equals("*") ? daysOfWeek(ofWeek) : Optional.empty();
        }
        if (ofMonth.equals("*") || ofMonth.equals("?")) {
            return Optional.of(tongue.everyDay());
        }
        if (ofMonth.equals("L")) {
            return Optional.of(tongue.lastDay());
        }
        return NUMBER.matcher(ofMonth).matches()
                ? Optional.of(tongue.dayOfMonth(Integer.parseInt(ofMonth)))
                : Optional.empty();
    }

    private Optional<String> daysOfWeek(String text) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return day(range.group(1)).flatMap(first -> day(range.group(2)).map(last -> tongue.between(first, last)));
        }
        Matcher nth = NTH.matcher(text);
        if (nth.matches()) {
            return day(nth.group(1)).map(day -> tongue.nth(Integer.parseInt(nth.group(2)), day));
        }
        Matcher last = LAST.matcher(text);
        if (last.matches()) {
            return day(last.group(1)).map(tongue::last);
        }
        List<Optional<DayOfWeek>> days =
                Stream.of(text.split(",")).map(CronWords::day).toList();
        return days.stream().allMatch(Optional::isPresent)
                ? Optional.of(tongue.on(days.stream().flatMap(Optional::stream).toList()))
                : Optional.empty();
    }

    private static Optional<DayOfWeek> day(String text) {
        return IntStream.range(0, DAYS.size())
                .filter(i -> DAYS.get(i).equals(text) || Integer.toString(i + 1).equals(text))
                .mapToObj(i -> DayOfWeek.SUNDAY.plus(i))
                .findFirst();
    }
}
