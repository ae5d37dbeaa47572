package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in {@code src/docs/delivery.md} knows every state and outcome, and each of its rows is held by a test. */
final class DeliveryDocumentTest {
    private static final Path TESTS = Path.of("src/test/java");
    private static final Path DIALOGUES = Path.of("src/test/resources/gazette/delivery/dialogues");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (-|`[A-Z_]+`) \\| ([^|]+) \\| `([A-Z_]+)` \\| `(\\w+)(?:\\.|: )([\\w-]+)` \\|$");

    /** One line of the table. */
    private record Row(Optional<DispatchState> from, String event, DispatchState to, String test, String part) {}

    @Test
    void eachRowIsHeldByATest() {
        for (Row row : rows()) {
            Optional<Path> test = file(row.test() + ".java");

            assertThat(test).as(row.test()).isPresent();
            boolean isDialogue = Files.exists(DIALOGUES.resolve(row.part() + ".smtp"));
            assertThat(isDialogue || read(test.get()).contains("void " + row.part() + "("))
                    .as("%s has %s", row.test(), row.part())
                    .isTrue();
        }
    }

    @Test
    void eachStateIsEnteredAndHasItsEvents() {
        Set<DispatchState> entered = rows().stream().map(Row::to).collect(Collectors.toSet());
        Set<DispatchState> left =
                rows().stream().flatMap(row -> row.from().stream()).collect(Collectors.toSet());

        assertThat(entered).isEqualTo(EnumSet.allOf(DispatchState.class));
        assertThat(left).isEqualTo(EnumSet.allOf(DispatchState.class));
    }

    @Test
    void eachOutcomeIsAnEventAndEachEventInCodeIsAnOutcome() {
        Set<String> outcomes = Arrays.stream(Outcome.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());

        Set<String> events = rows().stream()
                .flatMap(row ->
                        Pattern.compile("`([A-Z]\\w+)`").matcher(row.event()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(events).isEqualTo(outcomes);
    }

    @Test
    void whateverAWorkerHoldsSurvivesACrash() {
        assertThat(rows())
                .filteredOn(row -> row.event().equals("a crash"))
                .extracting(row -> row.from().orElseThrow())
                .containsExactly(DispatchState.CLAIMED, DispatchState.HANDING_OVER);
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        String whole = read(Path.of("src/docs/delivery.md"));
        int begin = whole.indexOf("## The states");
        String document = whole.substring(begin, whole.indexOf("\n## ", begin));
        for (Matcher row = ROW.matcher(document); row.find(); ) {
            Optional<DispatchState> from = Optional.of(row.group(1).replace("`", ""))
                    .filter(state -> !state.equals("-"))
                    .map(DispatchState::valueOf);
            rows.add(new Row(from, row.group(2), DispatchState.valueOf(row.group(3)), row.group(4), row.group(5)));
        }
        long lines = document.lines().filter(line -> line.startsWith("| ")).count();
        assertThat(rows).as("rows that can be read, of those in the table").hasSize((int) lines - 1);
        return rows;
    }

    private static Optional<Path> file(String name) {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .findFirst();
        } catch (IOException cannotWalk) {
            throw new UncheckedIOException(cannotWalk);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }
}
