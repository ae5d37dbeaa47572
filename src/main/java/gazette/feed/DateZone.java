package gazette.feed;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Zones as dates name them: offsets, the names of RFC 5322 section 4.3 and others that occur, regions such as
 * {@code Europe/Paris}, and the letters of RFC 822 section 5.1 with the signs that they have there.
 */
final class DateZone {
    private static final Pattern OFFSET =
            Pattern.compile("(?:GMT|UTC?|Z)? ?([+-]) ?(\\d{1,2}):?(\\d{2})?(?::?00)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern REGION = Pattern.compile("[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?");

    private static final Map<String, String> NAMES = Map.ofEntries(
            entry("Z", "Z"),
            entry("UT", "Z"),
            entry("UTC", "Z"),
            entry("GMT", "Z"),
            entry("WET", "Z"),
            entry("WEST", "+01:00"),
            entry("BST", "+01:00"),
            entry("CET", "+01:00"),
            entry("MET", "+01:00"),
            entry("MEZ", "+01:00"),
            entry("CEST", "+02:00"),
            entry("MEST", "+02:00"),
            entry("MESZ", "+02:00"),
            entry("HNEC", "+01:00"),
            entry("HAEC", "+02:00"),
            entry("EET", "+02:00"),
            entry("EEST", "+03:00"),
            entry("SAST", "+02:00"),
            entry("CAT", "+02:00"),
            entry("WAT", "+01:00"),
            entry("EAT", "+03:00"),
            entry("MSK", "+03:00"),
            entry("MSD", "+04:00"),
            entry("TRT", "+03:00"),
            entry("GST", "+04:00"),
            entry("PKT", "+05:00"),
            entry("IST", "+05:30"),
            entry("NPT", "+05:45"),
            entry("ICT", "+07:00"),
            entry("WIB", "+07:00"),
            entry("HKT", "+08:00"),
            entry("SGT", "+08:00"),
            entry("PHT", "+08:00"),
            entry("AWST", "+08:00"),
            entry("JST", "+09:00"),
            entry("KST", "+09:00"),
            entry("ACST", "+09:30"),
            entry("ACDT", "+10:30"),
            entry("AEST", "+10:00"),
            entry("AEDT", "+11:00"),
            entry("NZST", "+12:00"),
            entry("NZDT", "+13:00"),
            entry("NST", "-03:30"),
            entry("NDT", "-02:30"),
            entry("ART", "-03:00"),
            entry("BRT", "-03:00"),
            entry("BRST", "-02:00"),
            entry("CLT", "-04:00"),
            entry("AST", "-04:00"),
            entry("ADT", "-03:00"),
            entry("EST", "-05:00"),
            entry("EDT", "-04:00"),
            entry("ET", "America/New_York"),
            entry("CST", "-06:00"),
            entry("CDT", "-05:00"),
            entry("CT", "America/Chicago"),
            entry("MST", "-07:00"),
            entry("MDT", "-06:00"),
            entry("MT", "America/Denver"),
            entry("PST", "-08:00"),
            entry("PDT", "-07:00"),
            entry("PT", "America/Los_Angeles"),
            entry("AKST", "-09:00"),
            entry("AKDT", "-08:00"),
            entry("HST", "-10:00"));

    private DateZone() {}

    /** The zone of this name; empty when it is none. */
    static Optional<ZoneId> read(String written) {
        String name = written.strip().replaceFirst("^\\((.*)\\)$", "$1");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Matcher offset = OFFSET.matcher(name);
        if (offset.matches()) {
            return offset(offset);
        }
        String upper = name.toUpperCase(Locale.ROOT);
        return Optional.ofNullable(NAMES.get(upper))
                .map(ZoneId::of)
                .or(() -> letter(upper))
                .or(() -> region(name));
    }

    private static Optional<ZoneId> offset(Matcher offset) {
        int sign = offset.group(1).equals("-") ? -1 : 1;
        int hours = Integer.parseInt(offset.group(2));
        int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
        return hours > 15 || minutes > 59
                ? Optional.empty()
                : Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
    }

    /** A to M, without J, are one to twelve hours behind Greenwich, N to Y ahead. */
    private static Optional<ZoneId> letter(String letter) {
        int behind = "ABCDEFGHIKLM".indexOf(letter);
        int ahead = "NOPQRSTUVWXY".indexOf(letter);
        return letter.length() > 1 || behind == ahead
                ? Optional.empty()
                : Optional.of(ZoneOffset.ofHours(behind >= 0 ? -1 - behind : 1 + ahead));
    }

    private static Optional<ZoneId> region(String name) {
        try {
            return REGION.matcher(name).matches() ? Optional.of(ZoneId.of(name)) : Optional.empty();
        } catch (DateTimeException nowhere) {
            return Optional.empty();
        }
    }
}
