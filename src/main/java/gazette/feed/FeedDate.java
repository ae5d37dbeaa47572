package gazette.feed;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment as feeds write it, in dozens of forms and many languages.
 *
 * <p>What a date does not say is never made up: without a year there is none, and {@code 3/4/2003} is one only in a known
 * language. A weekday is not looked at. The 31st of a month of 30 days is the day after the 30th, 24:00 the next day's
 * beginning; other impossible dates and times are none.
 */
final class FeedDate {
    /** Longest text that is looked at, in characters: a date with its weekday, zone and comment fits twice. */
    private static final int LONGEST = 120;

    private static final Pattern UNIX = Pattern.compile("\\d{9,10}(?:\\.\\d{1,6})?|\\d{13}");

    private FeedDate() {}

    /** Reads a date in whatever language it is. */
    static Optional<FeedItem.Stamp> read(String written) {
        return read(written, Locale.ROOT);
    }

    /**
     * Reads a date.
     *
     * @param language of the feed, which tells the day from the month where both are numbers; {@link Locale#ROOT} where
     *     it is not known
     */
    static Optional<FeedItem.Stamp> read(String written, Locale language) {
        if (written.length() > 10 * LONGEST) {
            return Optional.empty();
        }
        String plain = plain(written);
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return UNIX.matcher(plain).matches()
                    ? Optional.of(unix(plain))
                    : IsoDate.read(plain)
                            .or(() -> LooseDate.read(plain, language))
                            .map(FeedDate::stamp)
                            .filter(FeedDate::isCredible);
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** One blank where there are any, and each digit the Latin one. */
    private static String plain(String written) {
        String composed = Normalizer.normalize(written, Normalizer.Form.NFKC);
        StringBuilder plain = new StringBuilder();
        composed.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                plain.append(Character.digit(c, 10));
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                plain.append(' ');
            } else if (c >= ' ' && !Character.isIdentifierIgnorable(c)) {
                plain.appendCodePoint(c == '\u2212' ? '-' : c);
            }
        });
        return plain.toString().strip().replaceAll(" +", " ");
    }

    private static FeedItem.Stamp unix(String plain) {
        String whole = plain.contains(".") ? plain.substring(0, plain.indexOf('.')) : plain;
        long number = Long.parseLong(whole);
        Instant instant = whole.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        return new FeedItem.Stamp(instant, true, true);
    }

    /** No feed is older than print, or from further ahead than its own writing error. */
    private static boolean isCredible(FeedItem.Stamp stamp) {
        int year = stamp.instant().atOffset(ZoneOffset.UTC).getYear();
        return year >= 1000 && year < 10_000;
    }

    private static FeedItem.Stamp stamp(Parts parts) {
        LocalDateTime local = parts.date().atStartOfDay();
        if (parts.clock().isPresent()) {
            local = parts.clock().get().on(parts.date());
        }
        ZoneId zone = parts.zone().orElse(ZoneOffset.UTC);
        return new FeedItem.Stamp(
                local.atZone(zone).toInstant(),
                parts.zone().isPresent(),
                parts.clock().isPresent());
    }

    /** What a date consists of. */
    record Parts(LocalDate date, Optional<Clock> clock, Optional<ZoneId> zone) {}

    /** A time of day; 24:00 and the leap second belong to the moment after. */
    record Clock(int hour, int minute, int second, int nano) {
        private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

        Clock {
            boolean isMidnight = hour == 24 && minute == 0 && second == 0;
            if (hour < 0 || (hour > 23 && !isMidnight) || minute > 59 || second > 60) {
                throw new DateTimeException("no time of day: " + hour + ":" + minute + ":" + second);
            }
        }

        LocalDateTime on(LocalDate date) {
            return date.atStartOfDay()
                    .plusHours(hour)
                    .plusMinutes(minute)
                    .plusSeconds(second)
                    .plusNanos(nano);
        }

        /** Digits behind the comma, as nanoseconds. */
        static int nanos(String digits) {
            Matcher first = DIGITS.matcher(digits);
            return first.lookingAt() ? Integer.parseInt((first.group() + "00000000").substring(0, 9)) : 0;
        }

        /** The same on a clock of twelve hours. */
        Clock on(Half half) {
            return new Clock(half.hour(hour), minute, second, nano);
        }
    }

    /** Half of the day, where a clock has twelve hours. */
    enum Half {
        MORNING,
        AFTERNOON;

        int hour(int hour) {
            if (hour > 12) {
                return hour;
            }
            return hour % 12 + (this == AFTERNOON ? 12 : 0);
        }
    }

    /** The day of this number; of a month that is shorter by some days, so many days into the next. */
    static LocalDate date(int year, int month, int day) {
        if (day < 1 || day > 31) {
            throw new DateTimeException("no day of a month: " + day);
        }
        return LocalDate.of(year, month, 1).plusDays(day - 1L);
    }

    /** RFC 5322 section 4.3: two digits are the years 1950 to 2049, three are counted from 1900. */
    static int year(String digits) {
        int year = Integer.parseInt(digits);
        return switch (digits.length()) {
            case 1, 2 -> year + (year < 50 ? 2000 : 1900);
            case 3 -> year + 1900;
            default -> year;
        };
    }
}
