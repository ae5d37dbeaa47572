package gazette.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.article.FirstRun;
import gazette.article.Source;
import gazette.config.NewSource.Kind;
import gazette.config.SourcesEditor.Edited;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code NN-name.before}: settings, edited as {@code NN-name.edit} says, a line for each edit; {@code .after} holds the
 * file then, or what was said instead.
 */
final class SourcesEditorTest {
    private static final Path FOLDER = Path.of("src/test/resources/gazette/config/edits");

    @TempDir
    private Path temp;

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".edit"))
                    .map(name -> name.substring(0, name.length() - ".edit".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anEditChangesTheLinesOfItsSourceAndNoOther(String name) throws IOException {
        byte[] before = Files.readAllBytes(FOLDER.resolve(name + ".before"));
        Workspace workspace = new Workspace(temp);
        List<String> refusals = new ArrayList<>();

        assertThat(workspace.read(before, Map.of()).problems()).isEmpty();
        for (String edit : Files.readAllLines(FOLDER.resolve(name + ".edit"), StandardCharsets.UTF_8)) {
            Edited edited = edited(edit);
            assertThat(edited.settings().isEmpty()).isEqualTo(!edited.refusal().isEmpty());
            if (!edited.refusal().isEmpty()) {
                refusals.add(edited.refusal());
            }
        }

        String seen = refusals.isEmpty() ? file() : String.join("\n", refusals) + "\n";
        if (!refusals.isEmpty()) {
            assertThat(file()).isEqualTo(new String(before, StandardCharsets.UTF_8));
        }
        Path expected = FOLDER.resolve(name + ".after");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(expected, seen, StandardCharsets.UTF_8);
        }
        assertThat(seen).isEqualTo(Files.readString(expected, StandardCharsets.UTF_8));
    }

    /** {@code add letter feed https://… first=3 name=Le Journal} or {@code remove letter 1}, which counts from 0. */
    private Edited edited(String edit) throws IOException {
        String[] words = edit.split(" \\| ");
        SourcesEditor editor = new SourcesEditor(temp, Map.of(), Workspace::cronObjection);
        if (words[0].equals("remove")) {
            return editor.remove(words[1], source(words[1], Integer.parseInt(words[2])));
        }
        List<NewSource> more = new ArrayList<>();
        NewSource next = NewSource.of(Kind.valueOf(words[2].toUpperCase(Locale.ROOT)), words[3]);
        for (String option : List.of(words).subList(4, words.length)) {
            String value = option.substring(option.indexOf('=') + 1);
            next = switch (option.substring(0, option.indexOf('='))) {
                case "first" -> next.with(new FirstRun(Integer.parseInt(value)));
                case "name" ->
                    new NewSource(
                            next.kind(),
                            next.place(),
                            Optional.of(value),
                            Optional.of(Duration.ofMinutes(30)),
                            next.first(),
                            Optional.of(Locale.FRENCH),
                            List.of("10.1.0.0/16", "fd00::/8", "intranet.example.org"));
                default -> {
                    more.add(next);
                    yield NewSource.of(Kind.FEED, value);
                }
            };
        }
        more.add(next);
        return editor.add(words[1], more);
    }

    private Source source(String newsletter, int index) throws IOException {
        return new Workspace(temp)
                .read(Files.readAllBytes(temp.resolve(SettingsFile.NAME)), Map.of())
                .settings()
                .orElseThrow()
                .newsletter(newsletter)
                .orElseThrow()
                .sources()
                .get(index);
    }

    private String file() throws IOException {
        return Files.readString(temp.resolve(SettingsFile.NAME), StandardCharsets.UTF_8);
    }

    @Test
    void thereAreEnoughCases() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void whatIsAddedAndRemovedAgainLeavesTheFileOctetForOctetAsItWas() throws IOException {
        for (String name : cases()) {
            byte[] before = Files.readAllBytes(FOLDER.resolve(name + ".before"));
            new Workspace(temp).read(before, Map.of());
            SourcesEditor editor = new SourcesEditor(temp, Map.of(), Workspace::cronObjection);
            List<NewSource> more = List.of(NewSource.of(Kind.FEED, "https://autre.example.org/rss.xml"));
            Optional<Settings> added = editor.add("letter", more).settings();

            added.ifPresent(settings -> {
                List<Source> sources =
                        settings.newsletter("letter").orElseThrow().sources();
                editor.remove("letter", sources.get(sources.size() - 1));
            });

            assertThat(file()).as(name).isEqualTo(new String(before, StandardCharsets.UTF_8));
        }
    }

    @Test
    void theFileKeepsItsPermissionsAndALinkStaysALink() throws IOException {
        byte[] yaml = Files.readAllBytes(FOLDER.resolve("01-indent-of-two.before"));
        new Workspace(temp).read(yaml, Map.of());
        Path real = Files.move(temp.resolve(SettingsFile.NAME), temp.resolve("real.yaml"));
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
        Files.createSymbolicLink(temp.resolve(SettingsFile.NAME), real);

        new SourcesEditor(temp, Map.of(), Workspace::cronObjection)
                .add("letter", List.of(NewSource.of(Kind.FOLDER, "more")));

        assertThat(Files.isSymbolicLink(temp.resolve(SettingsFile.NAME))).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-r-----");
        assertThat(Files.readString(real, StandardCharsets.UTF_8)).contains("- folder: more");
        try (Stream<Path> files = Files.list(temp)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(n -> n.endsWith(".new"));
        }
    }

    @Test
    void aFileThatChangedMeanwhileIsLeftAlone() throws IOException {
        Path file = Files.writeString(temp.resolve("some.yaml"), "theirs", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Replacement.of(
                        file, "before".getBytes(StandardCharsets.UTF_8), "after".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("somebody changed it just now: do it again");
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo("theirs");
    }
}
