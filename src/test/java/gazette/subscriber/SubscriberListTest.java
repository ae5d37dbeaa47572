package gazette.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.mail.HeaderText;
import gazette.subscriber.Subscribers.ListImport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SubscriberListTest {
    @TempDir
    private Path temp;

    private Path list(String text) throws IOException {
        return Files.writeString(temp.resolve("letter.csv"), text, StandardCharsets.UTF_8);
    }

    private static ListImport imported(Path file, List<String> cadences) {
        return SubscriberList.of(file, "letter", cadences, true);
    }

    @Test
    void anImportSaysWhereItIsFromAndWhatItIsFor() throws IOException {
        Path file = list("address\nreader-1@example.org\n");

        ListImport imported = imported(file, ListReading.CADENCES);

        assertThat(imported.newsletter()).isEqualTo("letter");
        assertThat(imported.source()).isEqualTo(file.toString());
        assertThat(imported.defaultCadence()).isEqualTo("daily");
        assertThat(imported.confirmed()).isTrue();
    }

    @Test
    void theVersionChangesWithTheOctetsAndWithNothingElseOfTheFile() throws IOException {
        Path file = list("address\nreader-1@example.org\n");
        String before = imported(file, ListReading.CADENCES).version();

        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(0));
        assertThat(imported(file, ListReading.CADENCES).version()).isEqualTo(before);

        list("address\nreader-2@example.org\n");
        assertThat(imported(file, ListReading.CADENCES).version()).isNotEqualTo(before);
    }

    @Test
    void theVersionChangesWithTheCadencesBecauseRowsThenMeanSomethingElse() throws IOException {
        Path file = list("address\nreader-1@example.org\n");

        assertThat(imported(file, List.of("daily", "weekly")).version())
                .isNotEqualTo(imported(file, List.of("weekly", "daily")).version())
                .isNotEqualTo(imported(file, List.of("daily")).version());
    }

    @Test
    void rowsCanBeReadAgainFromTheFirst() throws IOException {
        ListImport imported = imported(list("address\nreader-1@example.org\nbad\n"), ListReading.CADENCES);

        for (int i = 0; i < 2; i++) {
            Iterator<ListRow> rows =
                    imported.rows().read(problem -> assertThat(problem.line()).isEqualTo(3));
            assertThat(rows.next().address()).hasToString("reader-1@example.org");
            assertThat(rows.hasNext()).isFalse();
            assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void aListThatCannotBeReadIsRefusedWithItsPath() throws IOException {
        Path missing = temp.resolve("none.csv");

        assertThatThrownBy(() -> imported(missing, ListReading.CADENCES))
                .isInstanceOf(ListUnreadable.class)
                .hasMessage(missing + ": there is no such file: create it, or take it out of the settings");
        assertThatThrownBy(() -> imported(temp, ListReading.CADENCES))
                .isInstanceOf(ListUnreadable.class)
                .hasMessageStartingWith(temp + ": it cannot be read");
    }

    @Test
    void aQuotationMarkThatIsNeverClosedSwallowsNoReaderInSilence() throws IOException {
        StringBuilder text = new StringBuilder("address,name\nreader-1@example.org,\"One\nreader-2@example.org,Two\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("reader-").append(i).append("@example.org,Reader\n");
        }
        ListImport imported = imported(list(text.toString()), ListReading.CADENCES);

        assertThatThrownBy(() -> imported.rows().read(problem -> {}))
                .isInstanceOf(ListUnreadable.class)
                .hasMessageContaining("the row of line 2 has a quotation mark gone astray");
    }

    @Test
    void aLongListIsReadOneRowAtATime() throws IOException {
        Path file = temp.resolve("long.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("address,name,since\n");
            for (int i = 0; i < 200_000; i++) {
                out.write("reader-" + i + "@example.org,Lectrice n° " + i + ",2024-12-30\n");
            }
        }
        long lines = 1;

        Iterator<ListRow> rows = imported(file, ListReading.CADENCES).rows().read(problem -> {});
        while (rows.hasNext() && rows.next().line() == lines + 1) {
            lines++;
        }

        assertThat(lines).isEqualTo(200_001);
    }

    @Test
    void whateverBecomesOfAListItGivesSafeRowsOrProblemsOrIsRefused() throws IOException {
        Random chance = new Random(4_180);
        Path folder = Path.of("src/test/resources/gazette/subscriber/lists");
        List<String> names = SubscriberListGoldenTest.cases();

        for (int i = 0; i < 1_500; i++) {
            byte[] octets = Files.readAllBytes(folder.resolve(names.get(chance.nextInt(names.size())) + ".csv"));
            Path file = Files.write(temp.resolve("letter.csv"), mutated(octets, chance));
            try {
                ListReading reading = ListReading.of(file);
                assertThat(reading.rows()).allSatisfy(SubscriberListTest::assertSafe);
                assertThat(reading.problems())
                        .allSatisfy(
                                p -> assertThat(HeaderText.hasControl(p.what())).isFalse());
            } catch (ListUnreadable refused) {
                assertThat(refused.getMessage()).startsWith(file + ": ");
            }
        }
    }

    private static void assertSafe(ListRow row) {
        assertThat(HeaderText.hasControl(row.name())).isFalse();
        assertThat(row.topics())
                .allSatisfy(t -> assertThat(HeaderText.hasControl(t)).isFalse());
        assertThat(row.fields()).allSatisfy((name, value) -> {
            assertThat(name).matches("[a-z0-9_-]+");
            assertThat(HeaderText.hasControl(value)).isFalse();
        });
    }

    private static byte[] mutated(byte[] seed, Random chance) {
        StringBuilder text = new StringBuilder(new String(seed, StandardCharsets.ISO_8859_1));
        String strange = "\"\",;\t\r\n@'=\0\u00FF\u00E9 -";
        for (int n = chance.nextInt(4); n >= 0; n--) {
            int at = chance.nextInt(text.length() + 1);
            switch (chance.nextInt(3)) {
                case 0 -> text.insert(at, strange.charAt(chance.nextInt(strange.length())));
                case 1 -> text.delete(at, Math.min(text.length(), at + chance.nextInt(8)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + chance.nextInt(30))));
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
