package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code gazette}, installed beside a jar, with a Java that only writes down how it was called. */
final class LauncherTest {
    private static final List<String> USES = List.of("-XX:SharedArchiveFile=", "-XX:AOTCache=");

    /** Writes its words down, a line each, after a line of its own; makes an archive when asked to, unless told to fail. */
    private static final String JAVA = """
            #!/bin/sh
            { echo called; printf '%s\\n' "$@"; } >>"$CALLS"
            for word in "$@"; do
              case $word in
                gazette.cli.TrainingRun) exit "${TRAINING:-0}" ;;
                -XX:SharedArchiveFile=* | -XX:AOTCache=*) archive=${word#*=} ;;
                -Xshare:dump | -XX:AOTMode=create) dump=yes ;;
              esac
            done
            [ "${dump:-no}" = no ] || echo classes >"$archive"
            exit "${ENDS_WITH:-0}"
            """;

    @TempDir
    private Path folder;

    private Path installed;

    @BeforeEach
    void install() throws IOException {
        installed = Files.createDirectories(folder.resolve("my tools"));
        Files.copy(Path.of("gazette"), installed.resolve("gazette"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(installed.resolve("gazette.jar"), "a jar");
        Path home = Files.createDirectories(folder.resolve("a jdk/bin"));
        Path java = Files.writeString(home.resolve("java"), JAVA);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("a jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
    }

    @Test
    void makesTheArchiveOfClassesOnceAndUsesIt() throws Exception {
        List<List<String>> first = calls("help");
        List<List<String>> second = calls("help");

        assertThat(first).hasSize(3);
        assertThat(first.get(0)).contains("gazette.cli.TrainingRun");
        assertThat(first.get(1)).contains("-Xshare:dump");
        assertThat(archive(first.get(2))).isPresent();
        assertThat(second).hasSize(1);
        assertThat(archive(second.get(0))).isEqualTo(archive(first.get(2)));
        assertThat(Path.of(archive(second.get(0)).orElseThrow())).hasContent("classes");
    }

    /** Older ones say that they do not know it, and the newer archive saves a sixth of a preview. */
    @Test
    void aJavaThatCanLinkAheadMakesAndUsesAnArchiveOfThatKind() throws Exception {
        Files.writeString(folder.resolve("a jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");

        List<List<String>> first = calls("help");
        List<List<String>> second = calls("help");

        assertThat(first).hasSize(3);
        assertThat(first.get(0)).contains("gazette.cli.TrainingRun", "-XX:AOTMode=record");
        assertThat(first.get(1)).contains("-XX:AOTMode=create", recorded(first.get(0)));
        assertThat(second).hasSize(1);
        assertThat(second.get(0)).noneMatch(word -> word.startsWith(USES.get(0)));
        assertThat(Path.of(archive(second.get(0)).orElseThrow())).hasContent("classes");
    }

    private static String recorded(List<String> training) {
        return training.stream()
                .filter(word -> word.startsWith("-XX:AOTConfiguration="))
                .findFirst()
                .orElseThrow();
    }

    /** Java compares the time of the jar, not its octets, and works without an archive that does not fit. */
    @Test
    void makesAnotherArchiveForAJarOfAnotherTimeWithTheSameOctets() throws Exception {
        List<List<String>> first = calls("help");
        Files.setLastModifiedTime(
                installed.resolve("gazette.jar"), FileTime.from(Instant.now().minusSeconds(3600)));

        List<List<String>> second = calls("help");

        assertThat(second).hasSize(3);
        assertThat(archive(second.get(2))).isPresent().isNotEqualTo(archive(first.get(2)));
    }

    @Test
    void makesAnotherArchiveForAnotherJava() throws Exception {
        calls("help");
        Files.writeString(folder.resolve("a jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");

        assertThat(calls("help")).hasSize(3);
    }

    @Test
    void startsWithoutAnArchiveThatCouldNotBeMadeAndDoesNotTryAgain() throws Exception {
        List<List<String>> first = calls(List.of("TRAINING=1"), "help");
        List<List<String>> second = calls(List.of(), "help");

        assertThat(first).hasSize(2);
        assertThat(first.get(1)).endsWith("gazette.cli.Main", "help");
        assertThat(archive(first.get(1))).isEmpty();
        assertThat(second).hasSize(1);
        assertThat(archive(second.get(0))).isEmpty();
    }

    @Test
    void startsWhereNothingCanBeKept() throws Exception {
        Files.writeString(folder.resolve("a cache"), "no folder");

        List<List<String>> calls = calls("help");

        assertThat(calls).hasSize(1);
        assertThat(calls.get(0))
                .endsWith("gazette.cli.Main", "help")
                .noneMatch(word -> word.startsWith("-Dgazette.cache"));
    }

    @Test
    void handsEachWordOnAsItIs() throws Exception {
        calls("help");

        List<List<String>> calls = calls("-C", "two words", "preview", "", "*", "$HOME", "--out=l'été");

        assertThat(calls.get(0))
                .endsWith("gazette.cli.Main", "-C", "two words", "preview", "", "*", "$HOME", "--out=l'été")
                .contains("-cp", installed.resolve("gazette.jar").toString());
    }

    @Test
    void endsAsTheProgramDoes() throws Exception {
        calls("help");

        assertThat(start(List.of("ENDS_WITH=5"), "help").waitFor()).isEqualTo(5);
    }

    /** The second compiler earns its keep only where work goes on for long. */
    @ParameterizedTest
    @ValueSource(strings = {"run", "send", "editions"})
    void usesBothCompilersForLongWork(String command) throws Exception {
        calls("help");

        assertThat(calls("-C", "elsewhere", command).get(0)).doesNotContain("-XX:TieredStopAtLevel=1");
        assertThat(calls("help").get(0)).contains("-XX:TieredStopAtLevel=1");
        assertThat(calls(command, "--dry-run").get(0)).contains("-XX:TieredStopAtLevel=1");
    }

    private static Optional<String> archive(List<String> call) {
        return call.stream()
                .filter(word -> USES.stream().anyMatch(word::startsWith))
                .map(word -> word.substring(word.indexOf('=') + 1))
                .findFirst();
    }

    private List<List<String>> calls(String... words) throws Exception {
        return calls(List.of(), words);
    }

    /** How the script called Java for a command. */
    private List<List<String>> calls(List<String> settings, String... words) throws Exception {
        Path file = folder.resolve("calls");
        Files.deleteIfExists(file);
        Process script = start(settings, words);
        assertThat(script.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        List<List<String>> calls = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.equals("called")) {
                calls.add(new ArrayList<>());
            } else {
                calls.get(calls.size() - 1).add(line);
            }
        }
        return calls;
    }

    private Process start(List<String> settings, String... words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(installed.resolve("gazette").toString()), Stream.of(words))
                        .toList());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", folder.resolve("a jdk").toString(),
                        "XDG_CACHE_HOME", folder.resolve("a cache").toString(),
                        "CALLS", folder.resolve("calls").toString()));
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            builder.environment().put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return builder.redirectErrorStream(true).start();
    }
}
