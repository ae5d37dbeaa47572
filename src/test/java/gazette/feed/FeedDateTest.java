package gazette.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as feeds write them, from a table, and damaged. */
final class FeedDateTest {
    private static final Path TABLE = Path.of("src/test/resources/gazette/feed/dates.txt");
    private static final Pattern ROW = Pattern.compile("(?:\\[([\\w-]+)] )?(.*) => (.*)");

    private record Row(Locale language, String written, String expected) {}

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyFormIsReadAsTheMomentThatItNames(Row row) {
        assertThat(account(row.written, row.language)).isEqualTo(row.expected);
    }

    @Test
    void theTableHoldsTheWholeRange() throws IOException {
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(150);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    @Timeout(60) // seconds; it takes one
    void aDamagedDateIsReadOrNotButNeverThrows(long seed) throws IOException {
        Random chance = new Random(seed);
        List<Row> rows = rows().toList();
        for (int round = 0; round < 4_000; round++) {
            StringBuilder damaged = new StringBuilder(rows.get(chance.nextInt(rows.size())).written);
            for (int damages = 1 + chance.nextInt(4); damages > 0; damages--) {
                String other = rows.get(chance.nextInt(rows.size())).written;
                int at = chance.nextInt(damaged.length() + 1);
                switch (chance.nextInt(3)) {
                    case 0 -> damaged.delete(at, Math.min(damaged.length(), at + 1 + chance.nextInt(3)));
                    case 1 -> damaged.insert(at, (char) chance.nextInt(0x10000));
                    default -> damaged.insert(at, other, 0, chance.nextInt(other.length() + 1));
                }
            }
            String written = damaged.toString();
            try {
                assertThat(account(written, Locale.ROOT)).isEqualTo(account(written, Locale.ROOT));
            } catch (RuntimeException failure) {
                throw new AssertionError("seed " + seed + ", round " + round + ": " + written, failure);
            }
        }
    }

    @Test
    @Timeout(10) // seconds; a part of one is enough
    void aMountainOfAnythingIsNoDateAndTakesNoTime() {
        for (String piece : List.of("1", " ", "(", "1:", "a", "+0", "Dec ", "2003-", "é", "٣")) {
            for (int length : List.of(100, 1_000, 1_000_000)) {
                assertThat(FeedDate.read(piece.repeat(length))).isEmpty();
            }
        }
    }

    private static String account(String written, Locale language) {
        return FeedDate.read(written, language)
                .map(stamp ->
                        stamp.instant() + (stamp.hasZone() ? "" : " no zone") + (stamp.hasTime() ? "" : " no time"))
                .orElse("none");
    }

    static Stream<Row> rows() throws IOException {
        return Files.readAllLines(TABLE, UTF_8).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> new Row(
                        row.group(1) == null ? Locale.ROOT : Locale.forLanguageTag(row.group(1)),
                        row.group(2),
                        row.group(3)));
    }
}
