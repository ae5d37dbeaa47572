package gazette.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.mail.EmailAddress;
import gazette.mail.HeaderText;
import gazette.subscriber.Subscribers.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SubscriberExportTest {
    private static final String NASTY = "=+-@'\",;|\t \\#abcé«»日😀＝1.0\u202F";

    @TempDir
    private Path temp;

    private static Row row(String address, String name, Map<String, String> fields) {
        return new Row(
                EmailAddress.of(address),
                name,
                "fr",
                List.of("energy", "climate"),
                "daily",
                "2024-12-30",
                SubscriptionState.CONFIRMED,
                Optional.empty(),
                fields);
    }

    private static String exported(List<Row> rows) {
        StringBuilder out = new StringBuilder();
        assertThat(SubscriberExport.write(new OneNewsletter(rows), "letter", out))
                .isEqualTo(rows.size());
        return out.toString();
    }

    @Test
    void anExportHasAColumnForEachFieldThatAnybodyHas() {
        Row ended = new Row(
                EmailAddress.of("reader-2@example.org"),
                "Two, \"the\" second",
                "",
                List.of(),
                "weekly",
                "",
                SubscriptionState.ENDED,
                Optional.of(EndedBy.READER),
                Map.of("zone", "B"));

        String text = exported(List.of(row("reader-1@example.org", "One", Map.of("town", "Paris")), ended));

        assertThat(text).isEqualTo("""
                address,name,language,topics,cadence,since,state,ended-by,town,zone\r
                reader-1@example.org,One,fr,energy|climate,daily,2024-12-30,CONFIRMED,,Paris,\r
                reader-2@example.org,"Two, ""the"" second",,,weekly,,ENDED,READER,,B\r
                """);
    }

    @Test
    void noCellBeginsLikeAFormula() {
        String text = exported(List.of(row(
                "=cmd@example.org",
                "=HYPERLINK(\"https://example.org\")",
                Map.of("a", "+33 1", "b", "-5", "c", "@x", "d", "\t=1", "e", "\r=1", "f", "1;=1+1", "g", "'=1"))));

        assertThat(text.lines().skip(1))
                .first()
                .asString()
                .startsWith("'=cmd@example.org,\"'=HYPERLINK(\"\"https://example.org\"\")\",");
        assertThat(text).contains(",'+33 1,'-5,'@x,\"'\t=1\",\"'\r=1\",\"1;=1+1\",''=1\r\n");
    }

    @Test
    void guardingAFormulaIsUndoneByReadingWhateverTheText() {
        Random chance = new Random(8);

        for (int i = 0; i < 20_000; i++) {
            String text = nasty(chance, 6) + (chance.nextBoolean() ? "\r\n" : "");
            String cell = FormulaGuard.on(text);

            assertThat(FormulaGuard.off(cell)).isEqualTo(text);
            assertThat(cell)
                    .doesNotStartWith("=")
                    .doesNotStartWith("+")
                    .doesNotStartWith("-")
                    .doesNotStartWith("@");
        }
    }

    @Test
    void whatIsExportedIsImportedTheSame() throws IOException {
        Random chance = new Random(4_181);

        for (int i = 0; i < 300; i++) {
            List<Row> rows = rows(chance);
            Path file = temp.resolve("export.csv");
            Files.writeString(file, exported(rows), StandardCharsets.UTF_8);
            ListReading reading = ListReading.of(file);

            assertThat(reading.problems()).isEmpty();
            assertThat(reading.rows()).map(SubscriberExportTest::asExported).isEqualTo(rows);
        }
    }

    @Test
    void somebodyWhoLeftIsNotBroughtBackByAnExport() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (SubscriptionState state : SubscriptionState.values()) {
            rows.add(new Row(
                    EmailAddress.of("reader-" + state + "@example.org"),
                    "",
                    "",
                    List.of(),
                    "daily",
                    "",
                    state,
                    Optional.empty(),
                    Map.of()));
        }
        Path file = Files.writeString(temp.resolve("export.csv"), exported(rows), StandardCharsets.UTF_8);

        ListReading reading = ListReading.of(file);

        assertThat(reading.rows())
                .extracting(row -> row.address().localPart())
                .containsExactly("reader-" + SubscriptionState.CONFIRMED);
        assertThat(reading.problems()).hasSize(SubscriptionState.values().length - 1);
    }

    @Test
    void anExportThatCannotBeWrittenSaysSo() {
        Writer closed = Writer.nullWriter();

        assertThatThrownBy(() -> {
                    closed.close();
                    SubscriberExport.write(new OneNewsletter(List.of()), "letter", closed);
                })
                .isInstanceOf(UncheckedIOException.class);
    }

    private static Row asExported(ListRow row) {
        return new Row(
                row.address(),
                row.name(),
                row.language().map(Locale::toLanguageTag).orElse(""),
                row.topics(),
                row.cadence().orElse(""),
                row.since().map(LocalDate::toString).orElse(""),
                SubscriptionState.CONFIRMED,
                Optional.empty(),
                row.fields());
    }

    private static List<Row> rows(Random chance) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Map<String, String> fields = new HashMap<>();
            for (String field : List.of("town", "phone", "n_abonne", "x-1")) {
                String value = HeaderText.onOneLine(nasty(chance, 8));
                if (!value.isEmpty()) {
                    fields.put(field, value);
                }
            }
            rows.add(new Row(
                    EmailAddress.of("=+-'".charAt(chance.nextInt(4)) + "reader-" + i + "@example.org"),
                    HeaderText.onOneLine(nasty(chance, 12)),
                    List.of("", "fr", "en", "fr-CA").get(chance.nextInt(4)),
                    chance.nextBoolean() ? List.of("énergie", "=climat") : List.of(),
                    List.of("daily", "weekly").get(chance.nextInt(2)),
                    chance.nextBoolean() ? "2024-12-30" : "",
                    SubscriptionState.CONFIRMED,
                    Optional.empty(),
                    Collections.unmodifiableMap(fields)));
        }
        return rows;
    }

    private static String nasty(Random chance, int longest) {
        int[] characters = NASTY.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int n = chance.nextInt(longest); n > 0; n--) {
            text.appendCodePoint(characters[chance.nextInt(characters.length)]);
        }
        return text.toString();
    }
}
