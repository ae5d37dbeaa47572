package gazette.config;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.edition.Cadence;
import gazette.edition.Newsletter;
import gazette.subscriber.ListRow;
import gazette.subscriber.SubscriberList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The workspace at the top of the project, which is the sample that every user begins with. */
final class SampleWorkspaceTest {
    private static final SettingsReading READING = SettingsFile.read(Path.of(""), Map.of(), Workspace::cronObjection);

    private static Newsletter newsletter() {
        return READING.settings().orElseThrow().newsletter("la-gazette").orElseThrow();
    }

    @Test
    void itsSettingsHaveNoProblem() {
        assertThat(READING.problems()).isEmpty();
        assertThat(newsletter().cadences())
                .containsExactly(new Cadence("daily", "0 0 7 ? * MON-FRI"), new Cadence("weekly", "0 0 9 ? * SAT"));
    }

    @Test
    void itsFileNamesEveryKeyThatThereIs() throws IOException {
        String file = Files.readString(Path.of(SettingsFile.NAME), StandardCharsets.UTF_8);

        assertThat(READING.values())
                .filteredOn(value -> !value.path().equals("web.studio")) // it goes where the pages for readers go
                .allSatisfy(value -> assertThat(value.origin().kind()).isEqualTo(SettingValue.Kind.FILE));
        assertThat(file).contains("# user:", "# password-file:", "# studio:");
    }

    @Test
    void itsListHasThreeReadersOfTheDailyEdition() {
        List<String> problems = new ArrayList<>();
        List<ListRow> rows = new ArrayList<>();

        SubscriberList.of(newsletter().subscribers().orElseThrow(), "la-gazette", List.of("daily", "weekly"), false)
                .rows()
                .read(problem -> problems.add(problem.toString()))
                .forEachRemaining(rows::add);

        assertThat(problems).isEmpty();
        assertThat(rows)
                .extracting(row -> row.address().toString())
                .containsExactly("reader-1@example.org", "reader-2@example.org", "reader-3@example.org");
        assertThat(rows).allSatisfy(row -> assertThat(row.cadence()).contains("daily"));
    }
}
