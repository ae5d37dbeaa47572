package gazette.feed;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a date apart by its pieces, in whatever order they come: a time, a zone, the name of a month, numbers. */
final class LooseDate {
    private static final Pattern COMMENT = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern REGION = Pattern.compile("[A-Z][a-z]+/[A-Z][A-Za-z_]+");
    private static final String FRACTION = "(?:[.,](\\d{1,9}))?";
    private static final Pattern TIME = Pattern.compile(
            "(?<!\\d)(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})" + FRACTION + ")?(?!\\d)"
                    + "|(?<!\\d)(\\d{1,2}) ?(?:h|heures?|uhr|時|时|點|点|시)(?!\\p{L}) ?(?:(\\d{1,2})(?!\\d) ?(?:m(?:in)?(?!\\p{L})|分|분)?)?"
                    + "(?: ?(\\d{1,2}) ?(?:s(?!\\p{L})|秒|초))?"
                    + "|(?:kl\\.?|ore|alle|um) (\\d{1,2})\\.(\\d{2})(?!\\d)|(?<!\\d|\\.)(\\d{1,2})\\.(\\d{2})(?= ?uhr)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ZONE = Pattern.compile(
            "(?:\\G|(?<![\\p{L}\\d]))(?:(?:(?:GMT|UTC?|Z) ?[+-] ?|[+-])\\d{1,2}(?::?\\d{2}(?::00)?)?|[A-Z]{2,4}|[A-IK-Z])"
                    + "(?![\\p{L}\\d:])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HALF = Pattern.compile(
            "(?<!\\p{L})(?:([ap])\\.? ?m\\.?|(π|μ)\\. ?μ\\.?)(?!\\p{L})|오전|오후|上午|下午|午前|午後", Pattern.CASE_INSENSITIVE);
    private static final Pattern KOREAN = Pattern.compile("\\d ?[년월일시]|오전|오후");
    private static final Pattern BARE_HOUR =
            Pattern.compile("(?<![\\d:.])(\\d{1,2})(?= ?[ap]\\.? ?m\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PIECE = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*|\\d+|[/.-]");

    private String rest;
    private final Locale language;

    private LooseDate(String rest, Locale language) {
        this.rest = rest;
        this.language = language;
    }

    static Optional<FeedDate.Parts> read(String plain, Locale language) {
        String timed = BARE_HOUR.matcher(plain).replaceFirst("$1:00");
        return new LooseDate(timed, language).parts();
    }

    private Optional<FeedDate.Parts> parts() {
        boolean isKorean = found(KOREAN).isPresent();
        Optional<String> comment = taken(COMMENT).map(found -> found.group(1));
        Optional<ZoneId> region = taken(REGION).flatMap(found -> DateZone.read(found.group()));
        Optional<FeedDate.Half> half = taken(HALF).flatMap(LooseDate::half);
        Optional<MatchResult> time = found(TIME);
        Optional<ZoneId> zone = region.or(() -> time.flatMap(this::zone))
                .or(() -> comment.flatMap(DateZone::read))
                .or(() -> isKorean ? Optional.of(ZoneOffset.ofHours(9)) : Optional.empty());
        time.ifPresent(this::take);
        Optional<FeedDate.Clock> clock =
                time.map(LooseDate::clock).map(found -> half.map(found::on).orElse(found));
        return new LooseDay(pieces(rest), language).date().map(date -> new FeedDate.Parts(date, clock, zone));
    }

    private Optional<MatchResult> found(Pattern pattern) {
        Matcher matcher = pattern.matcher(rest);
        return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private Optional<MatchResult> taken(Pattern pattern) {
        Optional<MatchResult> found = found(pattern);
        found.ifPresent(this::take);
        return found;
    }

    private void take(MatchResult found) {
        rest = rest.substring(0, found.start()) + " " + rest.substring(found.end());
    }

    /** The zone after a time; blanks take its place, so that what stands before it does not move. */
    private Optional<ZoneId> zone(MatchResult time) {
        Matcher candidate = ZONE.matcher(rest).region(time.end(), rest.length()).useTransparentBounds(true);
        while (candidate.find()) {
            Optional<ZoneId> zone = DateZone.read(candidate.group());
            boolean isSigned = candidate.group().matches(".*[+-].*");
            if (zone.isPresent() && (!isSigned || candidate.start() - time.end() < 8)) {
                take(candidate.toMatchResult());
                return zone;
            }
        }
        return Optional.empty();
    }

    private static Optional<FeedDate.Half> half(MatchResult found) {
        String letter = found.group(1) != null
                ? found.group(1) + "m"
                : found.group(2) != null ? found.group(2) + "μ" : found.group();
        return DateWords.half(letter.toLowerCase(Locale.ROOT));
    }

    private static FeedDate.Clock clock(MatchResult time) {
        int first = 1;
        while (time.group(first) == null) {
            first++;
        }
        return switch (first) {
            case 1 -> clock(time.group(1), time.group(2), orZero(time.group(3)), orZero(time.group(4)));
            case 5 -> clock(time.group(5), orZero(time.group(6)), orZero(time.group(7)), "0");
            default -> clock(time.group(first), time.group(first + 1), "0", "0");
        };
    }

    @SuppressWarnings("NullAway") // a group that took no part
    private static String orZero(String group) {
        return group == null ? "0" : group;
    }

    private static FeedDate.Clock clock(String hour, String minute, String second, String fraction) {
        return new FeedDate.Clock(
                Integer.parseInt(hour),
                Integer.parseInt(minute),
                Integer.parseInt(second),
                FeedDate.Clock.nanos(fraction));
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            pieces.add(DateWords.plain(piece.group()));
        }
        return pieces;
    }
}
