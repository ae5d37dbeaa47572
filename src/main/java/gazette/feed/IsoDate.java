package gazette.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of ISO 8601 and its profiles, in every precision, with its separators or without, and with a blank for the T. */
final class IsoDate {
    private static final String TIME =
            "(?:(?:[Tt ]|T | T ?)(\\d{1,2})(?::?(\\d{2})(?::?(\\d{2}))?)?(?:[.,:](\\d{1,12}))?)?";
    private static final String REST = " ?(.*)";

    private record Form(Pattern pattern, int groups, Function<MatchResult, LocalDate> date) {
        static Form of(String date, int groups, Function<MatchResult, LocalDate> reading) {
            return new Form(Pattern.compile(date + TIME + REST), groups, reading);
        }
    }

    private static final List<Form> FORMS = List.of(
            Form.of("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)", 3, IsoDate::day),
            Form.of("(\\d{4})(\\d{2})(\\d{2})(?!\\d)", 3, IsoDate::day),
            Form.of("(\\d{4})-(\\d{1,2})(?![\\d-])", 2, found -> LocalDate.of(number(found, 1), number(found, 2), 1)),
            Form.of("(\\d{4})-?W(\\d{2})(?:-?(\\d))?(?!\\d)", 3, IsoDate::week),
            Form.of("(\\d{4})-?(\\d{3})(?!\\d)", 2, IsoDate::ordinal),
            Form.of("(\\d{4})(?![\\d-])", 1, found -> LocalDate.of(number(found, 1), 1, 1)),
            Form.of("(\\d{2})-(\\d{2})-(\\d{2})(?!\\d)", 3, IsoDate::day),
            Form.of("(\\d{2})(\\d{2})(\\d{2})(?!\\d)", 3, IsoDate::day),
            Form.of("(\\d{2})-?(\\d{3})(?!\\d)", 2, IsoDate::ordinal),
            Form.of("-(\\d{2})-?(\\d{2})(?!\\d)", 2, found -> LocalDate.of(year(found), number(found, 2), 1)));

    /** The digits of a whole moment in a row. */
    private static final Pattern IN_A_ROW = Pattern.compile("((?:19|20)\\d{6})(\\d{4}(?:\\d{2})?)" + REST);

    private IsoDate() {}

    static Optional<FeedDate.Parts> read(String plain) {
        Matcher inARow = IN_A_ROW.matcher(plain);
        String spaced = inARow.matches() ? inARow.group(1) + "T" + inARow.group(2) + inARow.group(3) : plain;
        for (Form form : FORMS) {
            Matcher found = form.pattern.matcher(spaced);
            if (found.matches()) {
                Optional<FeedDate.Parts> parts = parts(form, found);
                if (parts.isPresent()) {
                    return parts;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<FeedDate.Parts> parts(Form form, Matcher found) {
        int hour = form.groups + 1;
        String rest = found.group(hour + 4).strip();
        Optional<ZoneId> zone = DateZone.read(rest);
        if (!rest.isEmpty() && zone.isEmpty()) {
            return Optional.empty();
        }
        Optional<FeedDate.Clock> clock = found.group(hour) == null ? Optional.empty() : Optional.of(clock(found, hour));
        return Optional.of(new FeedDate.Parts(form.date.apply(found), clock, zone));
    }

    private static FeedDate.Clock clock(Matcher found, int hour) {
        boolean hasSeconds = found.group(hour + 2) != null;
        long nanos = found.group(hour + 3) == null ? 0 : FeedDate.Clock.nanos(found.group(hour + 3));
        long ofMinute = hasSeconds ? 0 : nanos * 60;
        return new FeedDate.Clock(
                number(found, hour),
                found.group(hour + 1) == null ? 0 : number(found, hour + 1),
                hasSeconds ? number(found, hour + 2) : (int) (ofMinute / 1_000_000_000),
                hasSeconds ? (int) nanos : (int) (ofMinute % 1_000_000_000));
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static int year(MatchResult found) {
        return FeedDate.year(found.group(1));
    }

    private static LocalDate day(MatchResult found) {
        return FeedDate.date(year(found), number(found, 2), number(found, 3));
    }

    private static LocalDate ordinal(MatchResult found) {
        return LocalDate.ofYearDay(year(found), number(found, 2));
    }

    private static LocalDate week(MatchResult found) {
        int week = number(found, 2);
        int day = found.group(3) == null ? 1 : number(found, 3);
        if (week < 1 || week > 53 || day < 1 || day > 7) {
            throw new DateTimeException("no week of a year: " + week + "-" + day);
        }
        LocalDate date = LocalDate.of(year(found), 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(ChronoField.DAY_OF_WEEK, day);
        if (date.get(IsoFields.WEEK_BASED_YEAR) != year(found)) {
            throw new DateTimeException("a year of 52 weeks: " + date);
        }
        return date;
    }
}
