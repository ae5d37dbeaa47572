package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import gazette.config.Settings;
import gazette.config.SettingsFile;
import gazette.schedule.Slots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is noticed of files that are saved as editors save them, by both ways of noticing. */
final class WatchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Both ways. */
    enum Way {
        NOTIFIED,
        POLLED;

        Saves saves() {
            try {
                return this == NOTIFIED ? new NotifiedSaves() : new PolledSaves();
            } catch (IOException noneToBeHad) {
                throw new UncheckedIOException(noneToBeHad);
            }
        }
    }

    @TempDir
    private Path folder;

    private final List<Watch.Changed> told = new CopyOnWriteArrayList<>();
    private Optional<Settings> lastGood = Optional.empty();
    private TestWorkspace workspace;
    private AutoCloseable open = () -> {};

    @BeforeEach
    void make() {
        workspace = TestWorkspace.make(folder, Options.smtp(25));
        workspace.article("une.txt", "Un titre");
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    /** The last that could be read: a file that is truncated first has none for a moment. */
    private synchronized Settings settings() {
        lastGood =
                SettingsFile.read(folder, Map.of(), Slots::objection).settings().or(() -> lastGood);
        return lastGood.orElseThrow();
    }

    private void watch(Supplier<Saves> saves) {
        open = new Watch(this::settings, told::add, saves);
    }

    /** What was told of {@code file}; waits for it. */
    private Watched.What whatIsToldOf(String file) {
        Path path = folder.resolve(file);
        await().atMost(PATIENCE)
                .until(() -> told.stream().anyMatch(each -> each.files().containsKey(path)));
        return told.stream()
                .filter(each -> each.files().containsKey(path))
                .map(each -> each.files().get(path))
                .findFirst()
                .orElseThrow();
    }

    /** How a file becomes another. */
    enum Save {
        TRUNCATED_AND_WRITTEN {
            @Override
            void to(Path file) throws IOException {
                Files.writeString(file, "Un autre titre\n", StandardCharsets.UTF_8);
            }
        },
        OF_THE_SAME_LENGTH {
            @Override
            void to(Path file) throws IOException {
                Files.writeString(file, Files.readString(file).replace('U', 'V'), StandardCharsets.UTF_8);
            }
        },
        /** As some editors do it: the old file is moved away, and a new one takes its place. */
        MOVED_AWAY_AND_WRITTEN_ANEW {
            @Override
            void to(Path file) throws IOException {
                Files.move(file, file.resolveSibling("une.txt~"));
                Files.writeString(file, "Un autre titre\n", StandardCharsets.UTF_8);
            }
        },
        DELETED {
            @Override
            void to(Path file) throws IOException {
                Files.delete(file);
            }
        };

        abstract void to(Path file) throws IOException;
    }

    private static Stream<Arguments> eachSaveByEachWay() {
        return Stream.of(Save.values()).flatMap(save -> Stream.of(Way.values()).map(way -> Arguments.of(save, way)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("eachSaveByEachWay")
    void aFileThatIsSavedIsToldOf(Save save, Way way) throws IOException {
        watch(way::saves);

        save.to(folder.resolve("articles/une.txt"));

        assertThat(whatIsToldOf("articles/une.txt")).isEqualTo(Watched.What.ARTICLE);
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatIsWrittenAsideAndRenamedOverIsToldOfByItsName(Way way) {
        watch(way::saves);

        workspace.article("une.txt", "Un autre titre");

        assertThat(whatIsToldOf("articles/une.txt")).isEqualTo(Watched.What.ARTICLE);
        assertThat(told)
                .allSatisfy(each -> assertThat(each.files().keySet())
                        .noneMatch(file -> String.valueOf(file.getFileName()).startsWith(".")));
    }

    @ParameterizedTest
    @EnumSource
    void aFileInAFolderThatWasNotThereIsToldOf(Way way) {
        watch(way::saves);

        workspace.write("templates/digest/html.ftlh", "<p>un</p>\n");
        await().atMost(PATIENCE).until(() -> kinds().contains(Watched.What.TEMPLATE));
        told.clear();
        workspace.write("templates/digest/html.ftlh", "<p>deux, plus long</p>\n");

        assertThat(whatIsToldOf("templates/digest/html.ftlh")).isEqualTo(Watched.What.TEMPLATE);
    }

    @ParameterizedTest
    @EnumSource
    void aFileInAFolderThatWasMovedInWholeIsToldOf(Way way) throws IOException {
        workspace.write("elsewhere/deep/deux.txt", "Deux\n");
        watch(way::saves);

        Files.move(folder.resolve("elsewhere"), folder.resolve("articles/elsewhere"));
        await().atMost(PATIENCE).until(() -> kinds().contains(Watched.What.ARTICLE));
        told.clear();
        workspace.write("articles/elsewhere/deep/deux.txt", "Deux, et plus\n");

        assertThat(whatIsToldOf("articles/elsewhere/deep/deux.txt")).isEqualTo(Watched.What.ARTICLE);
    }

    @ParameterizedTest
    @EnumSource
    void aFileInAFolderOfWhichNotEvenTheParentsWereThereIsToldOf(Way way) {
        workspace.write("gazette.yaml", yaml().replace("folder: articles", "folder: a/b/c"));
        watch(way::saves);

        workspace.write("a/b/c/une.txt", "Un titre\n");
        await().atMost(PATIENCE).until(() -> kinds().contains(Watched.What.ARTICLE));
        told.clear();
        workspace.write("a/b/c/une.txt", "Un autre titre\n");

        assertThat(whatIsToldOf("a/b/c/une.txt")).isEqualTo(Watched.What.ARTICLE);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasNoticedOnceIsNotNoticedAgain(Way way) throws Exception {
        Saves saves = way.saves();
        open = saves;
        saves.follow(Watched.of(settings()));
        workspace.write("articles/une.txt", "Un autre titre\n");

        await().atMost(PATIENCE).until(() -> !saves.touched(50).isNothing());
        await().atMost(PATIENCE).until(() -> saves.touched(50).isNothing());
        assertThat(saves.touched(50)).isEqualTo(Touched.NOTHING);
    }

    @ParameterizedTest
    @EnumSource
    void eachKindOfFileIsToldAsWhatItIs(Way way) {
        watch(way::saves);

        workspace.write("subscribers/la-gazette.csv", "address\nreader-9@example.org\n");
        assertThat(whatIsToldOf("subscribers/la-gazette.csv")).isEqualTo(Watched.What.LIST);
        workspace.write("gazette.yaml", yaml() + "# plus\n");
        assertThat(whatIsToldOf("gazette.yaml")).isEqualTo(Watched.What.SETTINGS);
    }

    @ParameterizedTest
    @EnumSource
    void whatNoPageIsMadeOfIsNotToldOf(Way way) {
        watch(way::saves);

        workspace.write("notes.txt", "rien\n");
        workspace.write("data/other.db", "rien\n");
        workspace.write("articles/.une.txt.swp", "rien\n");
        workspace.write("articles/une.txt~", "rien\n");
        workspace.write("articles/.git/objects", "rien\n");
        workspace.write("articles/fin.txt", "La fin\n");

        assertThat(whatIsToldOf("articles/fin.txt")).isEqualTo(Watched.What.ARTICLE);
        assertThat(told)
                .allSatisfy(each -> assertThat(each.files()).containsOnlyKeys(folder.resolve("articles/fin.txt")));
    }

    @ParameterizedTest
    @EnumSource
    void settingsThatNameAnotherFolderHaveItFollowed(Way way) {
        watch(way::saves);

        workspace.write("gazette.yaml", yaml().replace("folder: articles", "folder: textes"));
        assertThat(whatIsToldOf("gazette.yaml")).isEqualTo(Watched.What.SETTINGS);
        told.clear();
        await().atMost(PATIENCE)
                .until(
                        () -> { // followed once what was told is done with
                            workspace.write("textes/une.txt", "Un titre " + System.nanoTime() + "\n");
                            return kinds().contains(Watched.What.ARTICLE);
                        });

        told.clear();
        workspace.write("articles/vieux.txt", "Plus lu\n");
        workspace.write("textes/fin.txt", "La fin\n");
        whatIsToldOf("textes/fin.txt");
        assertThat(told).noneMatch(each -> each.files().containsKey(folder.resolve("articles/vieux.txt")));
    }

    @Test
    void manyEventsOfOneSaveAreToldOnce() {
        Path file = folder.resolve("articles/une.txt");
        ScriptedSaves saves = new ScriptedSaves(List.of(
                new Touched(Set.of(file), false),
                new Touched(Set.of(file.resolveSibling(".une.txt.swp")), false),
                new Touched(Set.of(file), false),
                new Touched(Set.of(file.resolveSibling("deux.txt")), false),
                Touched.NOTHING,
                new Touched(Set.of(folder.resolve("gazette.yaml")), false)));
        watch(() -> saves);

        await().atMost(PATIENCE).until(() -> told.size() >= 2);

        assertThat(told.get(0).files()).containsOnlyKeys(file, file.resolveSibling("deux.txt"));
        assertThat(told.get(1).files()).containsOnlyKeys(folder.resolve("gazette.yaml"));
    }

    @Test
    void aFileThatIsWrittenAllTheTimeIsToldOfNevertheless() {
        Path file = folder.resolve("articles/une.txt");
        List<Touched> endless = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            endless.add(new Touched(Set.of(file), false));
        }
        watch(() -> new ScriptedSaves(endless));

        await().atMost(PATIENCE).until(() -> told.size() >= 20);
    }

    @Test
    void whenTheSystemLosesCountEverythingMayHaveChanged() {
        watch(() -> new ScriptedSaves(List.of(Touched.ANYTHING)));

        await().atMost(PATIENCE).until(() -> !told.isEmpty());

        assertThat(kinds()).containsExactlyInAnyOrder(Watched.What.values());
    }

    @Test
    void aWayOfNoticingThatFailsIsReplacedByLooking() {
        watch(() -> new FailingSaves(1));

        await().atMost(PATIENCE).until(() -> {
            workspace.write("articles/une.txt", "Un titre " + System.nanoTime() + "\n");
            return kinds().contains(Watched.What.ARTICLE);
        });
    }

    @Test
    void aSystemThatFollowsNoMoreFoldersIsReplacedByLooking() {
        watch(() -> new FailingSaves(0));

        workspace.write("articles/une.txt", "Un autre titre\n");

        assertThat(whatIsToldOf("articles/une.txt")).isEqualTo(Watched.What.ARTICLE);
    }

    @ParameterizedTest
    @EnumSource
    void afterTheEndNothingIsToldOf(Way way) throws Exception {
        Saves saves = way.saves();
        watch(() -> saves);
        open.close();
        open.close();

        assertThat(saves.touched(0)).isEqualTo(Touched.NOTHING);
        workspace.write("templates/new/html.ftlh", "<p>un</p>\n");
        saves.follow(Watched.of(settings())); // as a watch does that is stopped while it tells
        assertThat(saves.touched(0)).isEqualTo(Touched.NOTHING);
        assertThat(told).isEmpty();
    }

    /** A whole file is never read in two halves: whoever renames shows the new text at once, by each way. */
    @ParameterizedTest
    @EnumSource
    void aSavedFileIsWholeWhenItIsToldOf(Way way) throws IOException {
        List<Long> sizes = new CopyOnWriteArrayList<>();
        Path file = folder.resolve("articles/une.txt");
        String text = "Une phrase de plus.\n".repeat(20_000);
        open = new Watch(
                this::settings,
                changed -> {
                    if (changed.files().containsKey(file)) {
                        sizes.add(size(file));
                    }
                },
                way::saves);

        Path aside = workspace.write("articles/.une.tmp", text);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

        await().atMost(PATIENCE).until(() -> !sizes.isEmpty());
        assertThat(sizes).containsOnly((long) text.getBytes(StandardCharsets.UTF_8).length);
        Files.writeString(file, "Fin.\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        await().atMost(PATIENCE).until(() -> sizes.size() > 1);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private String yaml() {
        try {
            return Files.readString(folder.resolve("gazette.yaml"), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private List<Watched.What> kinds() {
        return told.stream().flatMap(each -> each.kinds().stream()).distinct().toList();
    }

    /** Says what it was given, and then nothing. */
    private static final class ScriptedSaves implements Saves {
        private final Deque<Touched> script;
        private final CountDownLatch closed = new CountDownLatch(1);

        ScriptedSaves(List<Touched> script) {
            this.script = new ArrayDeque<>(script);
        }

        @Override
        public void follow(List<Watched> files) {}

        @Override
        public Touched touched(long millis) throws InterruptedException {
            if (!script.isEmpty()) {
                return script.removeFirst();
            }
            boolean unused = closed.await(millis, TimeUnit.MILLISECONDS);
            return Touched.NOTHING;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    /** Follows so many times, and fails. */
    private static final class FailingSaves implements Saves {
        private int follows;

        FailingSaves(int follows) {
            this.follows = follows;
        }

        @Override
        public void follow(List<Watched> files) throws IOException {
            if (follows-- <= 0) {
                throw new IOException("no more folders");
            }
        }

        @Override
        public Touched touched(long millis) throws IOException {
            throw new IOException("no more news");
        }

        @Override
        public void close() {}
    }
}
