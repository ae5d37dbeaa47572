package gazette.text;

import static java.util.Map.entry;

import gazette.article.Blanks;
import gazette.article.Published;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When an article was published or updated, as a line of its text says it.
 *
 * @param zone what the line itself says; empty when the source's zone is meant, which is the caller's to add
 */
record DateLine(Kind kind, LocalDate date, Optional<LocalTime> time, Optional<ZoneId> zone) implements Sign {
    /** What a date line says of its date, the most telling first. */
    enum Kind {
        /** «Publié le …» */
        PUBLISHED,
        /** The date alone. */
        BARE,
        /** «Mis à jour le …» */
        UPDATED
    }

    /** In characters: two dates with their times and labels fit, and no paragraph is looked at for long. */
    private static final int LONGEST = 140;

    private static final List<String> MONTHS = List.of(
            "janvier janv jan january",
            "fevrier fevr fev february feb",
            "mars march mar",
            "avril avr april apr",
            "mai may",
            "juin june jun",
            "juillet juil july jul",
            "aout august aug",
            "septembre sept sep september",
            "octobre oct october",
            "novembre nov november",
            "decembre dec december");
    private static final Map<String, ZoneId> ZONES = Map.ofEntries(
            entry("Z", ZoneOffset.UTC),
            entry("UTC", ZoneOffset.UTC),
            entry("GMT", ZoneOffset.UTC),
            entry("CET", ZoneOffset.ofHours(1)),
            entry("CEST", ZoneOffset.ofHours(2)),
            entry("HEURE DE PARIS", ZoneId.of("Europe/Paris")),
            entry("PARIS TIME", ZoneId.of("Europe/Paris")));

    private static final String UPDATED =
            "(?:mise? (?:à|a) jour|modifi[ée]e?|actualis[ée]e?|(?:last )?updated|last modified)";
    private static final String PUBLISHED =
            "(?:(?:article )?(?:publi[ée]e?|parue?|post[ée]e?|diffus[ée]e?)|mise? en ligne"
                    + "|(?:first )?published|posted|date(?: de publication)?)";
    private static final String WEEKDAY = "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
            + "|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:lun|mar|mer|jeu|ven|sam|dim)\\.?"
            + "|(?:mon|tue|wed|thu|fri|sat|sun)\\.?)";
    private static final String LABEL =
            "(?:(?:(?<updated>" + UPDATED + ")|(?<published>" + PUBLISHED + "))(?: on| at| le)? ?:? ?)?";
    private static final String DATE = "(?:le |du |on )?(?:" + WEEKDAY + ",? (?:le )?)?"
            + "(?:(?<day>\\d{1,2}) ?(?:er|ᵉʳ|st|nd|rd|th)? (?:of )?(?<month>\\p{L}+)\\.?,? (?<year>\\d{4})"
            + "|(?<usMonth>\\p{L}+)\\.? (?<usDay>\\d{1,2})(?:st|nd|rd|th)?,? (?<usYear>\\d{4})"
            + "|(?<iso>\\d{4}-\\d{2}-\\d{2})|(?<numbers>" + NumericDate.SHAPE + "))";
    private static final String TIME = "(?<hour>\\d{1,2})(?: ?h ?(?<minute>\\d{2})?(?: ?min)?"
            + "|:(?<colonMinute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?(?: ?(?<half>[ap])\\.?m\\.?)?"
            + "| ?(?<bareHalf>[ap])\\.?m\\.?)";
    private static final String ZONE =
            " ?\\(?(?<zone>Z|[+-]\\d{2}(?::?\\d{2})?|UTC|GMT|CEST|CET|heure de Paris|Paris time)\\)?"
                    + "(?:\\[[\\w/+-]+])?";
    private static final String BETWEEN = "(?:,? (?:à|a|at|[-–—|·•]) |, ?| |T)";
    private static final Pattern LINE = Pattern.compile(
            LABEL + DATE + "(?:" + BETWEEN + TIME + "(?:" + ZONE + ")?)?(?<rest>.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** A second stamp on the same line: «(mis à jour à 15 h)». */
    private static final Pattern REST = Pattern.compile(
            "(?: ?[-–—|·•,;/(]+ ?| et | and | )(?<stamp>(?:" + UPDATED + "|" + PUBLISHED + ").{4,60}?)[).]*|\\.?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** What a second stamp may be without a date of its own: a time of the same day. */
    private static final Pattern TIME_ONLY = Pattern.compile(
            ".*? (?:à|a|at) \\d{1,2}(?: ?h ?(?:\\d{2})?|:\\d{2})(?: ?[ap]\\.?m\\.?)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /**
     * Reads a date line such as {@code 30 décembre 2024 à 11h49}, {@code Publié le lundi 3 mars 2025 à 9 h},
     * {@code December 30, 2024, 11:49 AM} or an ISO 8601 date with or without time and offset; {@code 1er} counts as 1,
     * and a space may be of any kind. Empty when {@code line} is anything else, or no day of the calendar.
     */
    static Optional<DateLine> read(String line) {
        return read(line, Locale.ROOT);
    }

    /** As {@link #read(String)}, with what {@code 3/4/2025} means in {@code language}, see {@link NumericDate}. */
    static Optional<DateLine> read(String line, Locale language) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher words = LINE.matcher(Blanks.fold(line));
        if (!words.matches()) {
            return Optional.empty();
        }
        Matcher rest = REST.matcher(words.group("rest"));
        if (!rest.matches()) {
            return Optional.empty();
        }
        Optional<DateLine> first = stamp(words, language);
        String second = rest.group("stamp");
        return second == null ? first : first.flatMap(stamp -> stamp.with(second, language));
    }

    /** This date, for readers in {@code home}, which is also the zone when the line names none. */
    Published published(ZoneId home) {
        if (time.isEmpty() || zone.isEmpty()) {
            return new Published(date, time, home);
        }
        ZonedDateTime there = date.atTime(time.get()).atZone(zone.get()).withZoneSameInstant(home);
        return new Published(there.toLocalDate(), Optional.of(there.toLocalTime()), home);
    }

    private Optional<DateLine> with(String second, Locale language) {
        Optional<DateLine> other = read(second, language);
        if (other.isPresent()) {
            return other.get().kind().compareTo(kind) < 0 ? other : Optional.of(this);
        }
        return TIME_ONLY.matcher(second).matches() ? Optional.of(this) : Optional.empty();
    }

    private static Optional<DateLine> stamp(Matcher words, Locale language) {
        try {
            Kind kind = words.group("updated") != null
                    ? Kind.UPDATED
                    : words.group("published") != null ? Kind.PUBLISHED : Kind.BARE;
            return Optional.of(new DateLine(kind, date(words, language), time(words), zone(words)));
        } catch (DateTimeException noSuchDayOrHour) {
            return Optional.empty();
        }
    }

    private static LocalDate date(Matcher words, Locale language) {
        String iso = words.group("iso");
        if (iso != null) {
            return LocalDate.parse(iso);
        }
        String numbers = words.group("numbers");
        if (numbers != null) {
            return NumericDate.read(numbers, language)
                    .orElseThrow(() -> new DateTimeException("a day or a month first: " + numbers));
        }
        String shape = words.group("day") != null ? "" : "us";
        String month = shape.isEmpty() ? words.group("month") : words.group("usMonth");
        String day = shape.isEmpty() ? words.group("day") : words.group("usDay");
        String year = shape.isEmpty() ? words.group("year") : words.group("usYear");
        return LocalDate.of(Integer.parseInt(year), month(month), Integer.parseInt(day));
    }

    /** 1 to 12; 0, which is no month, for any other word. */
    private static int month(String word) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (List.of(MONTHS.get(i).split(" ")).contains(plain)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static Optional<LocalTime> time(Matcher words) {
        if (words.group("hour") == null) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(words.group("hour"));
        int minute = number(words, "minute") + number(words, "colonMinute");
        String half = words.group("half") != null ? words.group("half") : words.group("bareHalf");
        return Optional.of(LocalTime.of(half == null ? hour : ofDay(hour, half), minute, number(words, "second")));
    }

    private static int number(Matcher words, String group) {
        String digits = words.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** The hour of the day for an hour of the {@code a} or {@code p} half: 12 am is 0, 12 pm is 12. */
    private static int ofDay(int hour, String half) {
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("no such hour in half a day: " + hour);
        }
        return hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }

    private static Optional<ZoneId> zone(Matcher words) {
        String zone = words.group("zone");
        if (zone == null) {
            return Optional.empty();
        }
        ZoneId named = ZONES.get(zone.toUpperCase(Locale.ROOT));
        return Optional.of(named != null ? named : ZoneOffset.of(zone));
    }
}
