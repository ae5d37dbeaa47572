package gazette.store;

import static gazette.store.Samples.NEWSLETTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.delivery.Dispatch;
import gazette.delivery.DispatchState;
import gazette.delivery.Epoch;
import gazette.delivery.Journal;
import gazette.delivery.Outbox;
import gazette.delivery.Outcome;
import gazette.delivery.RetryPolicy;
import gazette.delivery.Settled;
import gazette.delivery.SuppressionReason;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.EditionState;
import gazette.edition.InDoubtPolicy;
import gazette.subscriber.EndedBy;
import gazette.subscriber.ImportReport.Verdict;
import gazette.subscriber.SubscriptionState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class StoreTest {
    private final HandClock clock = new HandClock();

    @TempDir
    private Path folder;

    // Opening

    @Test
    void everyCommitIsOnTheDiskWhenItReturns() throws SQLException {
        try (Store store = open();
                Connection writer = store.borrowWriter()) {
            assertThat(pragma(writer, "synchronous")).as("FULL").isEqualTo("2");
            assertThat(pragma(writer, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(writer, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(writer, "busy_timeout")).isEqualTo("30000");
        }
    }

    @Test
    void theFileAndItsFolderAreMadeForTheOwnerAlone() throws IOException {
        open().close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(names()).containsExactly("gazette.db");
    }

    @Test
    void whatIsWrittenOutlivesTheStore() {
        try (Store store = open()) {
            store.subscribers().take(Samples.readers(3, "1"));
        }

        try (Store store = open()) {
            assertThat(store.subscribers().count(NEWSLETTER)).containsEntry(SubscriptionState.CONFIRMED, 3L);
        }
    }

    @Test
    void whatMovesDispatchesLeavesTheVersionAndAllElseChangesIt() {
        try (Store store = open();
                Store beside = open()) {
            Samples.filled(new SqliteWorld(store), 3);
            long filled = store.version();

            deliver(store.outbox());
            assertThat(store.version()).isEqualTo(filled);

            store.articles().keep(List.of(Samples.article(7)));
            long more = store.version();
            assertThat(more).isNotEqualTo(filled);
            beside.articles().keep(List.of(Samples.article(8)));
            assertThat(store.version()).as("another process").isNotEqualTo(more);
        }
    }

    private static void deliver(Outbox outbox) {
        Epoch epoch = outbox.enlist(Duration.ofMinutes(1));
        Journal journal = outbox.journal(epoch, new RetryPolicy(Duration.ofHours(2), Duration.ofHours(4), 3));
        outbox.renew(epoch, Duration.ofMinutes(2));
        List<Dispatch> claimed = outbox.claim(epoch, 2);
        assertThat(claimed).hasSize(2);
        journal.turn(Optional.empty(), Optional.of(claimed.get(0)));
        journal.turn(Optional.of(new Settled(claimed.get(0), new Outcome.Deferred("451 later"))), Optional.empty());
        outbox.leave(epoch);
    }

    @Test
    void whileSomebodyKeepsTheWriterTheVersionIsKnownAllTheSame() throws SQLException {
        try (Store store = open()) {
            long before = store.version();

            try (Connection writer = store.borrowWriter()) {
                assertThat(store.version())
                        .as("the same question has the same answer")
                        .isEqualTo(store.version());
                assertThat(writer.isClosed()).isFalse();
            }
            assertThat(store.version()).isEqualTo(before);
        }
    }

    @Test
    void aFolderMayHaveAnyName() {
        Path odd = folder.resolve("d'été ?#%41&x=y").resolve("gazette.db");
        try (Store store = Store.open(odd, clock)) {
            store.subscribers().take(Samples.readers(1, "1"));
        }

        try (Store store = Store.openReadOnly(odd, clock)) {
            assertThat(odd).exists();
            assertThat(store.subscribers().count(NEWSLETTER)).containsEntry(SubscriptionState.CONFIRMED, 1L);
        }
    }

    @RepeatedTest(10)
    void severalThatOpenANewStoreAtOnceAllGetIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Long>> counts =
                Stream.generate(() -> threads.submit(this::takeOne)).limit(4).toList();

        for (Future<Long> count : counts) {
            assertThat(count.get()).isEqualTo(1);
        }
        threads.shutdown();
        open().close(); // of several that close at once SQLite may find none to be the last
        assertThat(names()).containsExactly("gazette.db");
    }

    private long takeOne() {
        try (Store store = open()) {
            store.subscribers().take(Samples.readers(1, "1"));
            return store.subscribers().count(NEWSLETTER).getOrDefault(SubscriptionState.CONFIRMED, 0L);
        }
    }

    @Test
    void aStoreOfANewerGazetteIsRefusedWithTheRemedy() throws SQLException {
        open().close();
        raw("pragma user_version = 999");

        assertThatThrownBy(this::open).isInstanceOf(StoreFailure.class).hasMessageContaining("upgrade Gazette");
        assertThatThrownBy(this::openReadOnly).isInstanceOf(StoreFailure.class).hasMessageContaining("upgrade Gazette");
    }

    @Test
    void aStoreOfAnOlderGazetteIsUpgradedAndOnlyLookedAtAfterwards() throws SQLException {
        open().close();
        raw("pragma user_version = 1");

        assertThatThrownBy(this::openReadOnly)
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("schema 1")
                .hasMessageContaining("gazette run");
        open().close();
        openReadOnly().close();
    }

    @Test
    void aFileThatIsNoStoreIsRefusedByItsName() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "once upon a time ".repeat(100), StandardCharsets.UTF_8);

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("gazette.db")
                .hasMessageContaining("backup");
    }

    @Test
    void theNumberOfTheSchemaIsThatOfTheNewestMigration() throws SQLException {
        try (Store store = open();
                Connection writer = store.borrowWriter();
                Statement statement = writer.createStatement();
                ResultSet row =
                        statement.executeQuery("select max(cast(version as integer)) from flyway_schema_history")) {
            assertThat(row.getInt(1)).isEqualTo(Schema.VERSION);
        }
    }

    @Test
    void aStateOfAnEnumIsAStateOfItsColumn() throws SQLException {
        open().close();
        String schema = schema();

        Stream.<Enum<?>[]>of(
                        DispatchState.values(),
                        SuppressionReason.values(),
                        EditionState.values(),
                        InDoubtPolicy.values(),
                        SubscriptionState.values(),
                        EndedBy.values())
                .flatMap(Stream::of)
                .forEach(name -> assertThat(schema).contains("'" + name.name() + "'"));
    }

    // Looking without touching

    @Test
    void aStoreThatIsNotThereIsEmptyAndIsNotMade() {
        try (Store store = openReadOnly()) {
            assertThat(store.subscribers().count(NEWSLETTER)).containsEntry(SubscriptionState.CONFIRMED, 0L);
            assertThat(store.editions().list(Optional.empty())).isEmpty();
            assertThat(store.articles().standing(List.of(Samples.article(1)))).hasSize(1);
            assertThat(store.subscribers().rehearse(Samples.readers(3, "1")).added())
                    .isEqualTo(3);
            assertThat(store.subscribers().rehearse(Samples.readers(4, "1")).added())
                    .isEqualTo(4);
        }
        assertThat(file().getParent()).doesNotExist();
    }

    @Test
    void lookingLeavesTheFolderAsItWas() throws IOException {
        filledStore().close();
        Map<String, String> before = contents();

        look();

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void lookingBesideAProcessThatWritesSeesItsCommitsAndAddsNoFile() throws IOException {
        try (Store writing = filledStore();
                Store looking = openReadOnly()) {
            List<String> before = names();
            writing.subscribers().take(Samples.readers(9, "more"));

            assertThat(looking.subscribers().count(NEWSLETTER)).containsEntry(SubscriptionState.CONFIRMED, 9L);
            assertThat(names()).isEqualTo(before);
        }
    }

    @Test
    void aLookSeesWhatAProcessWroteThatCameAndWentSinceTheLookBefore() {
        filledStore().close();

        try (Store looking = openReadOnly()) {
            assertThat(looking.subscribers().count(NEWSLETTER)).containsEntry(SubscriptionState.CONFIRMED, 5L);
            try (Store writing = open()) {
                writing.subscribers().take(Samples.readers(9, "more"));
            }
            assertThat(looking.subscribers().count(NEWSLETTER)).containsEntry(SubscriptionState.CONFIRMED, 9L);
        }
    }

    @Test
    void manyLookAtOnce() throws Exception {
        filledStore().close();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Store looking = openReadOnly()) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                counts.add(threads.submit(
                        () -> looking.subscribers().count(NEWSLETTER).get(SubscriptionState.CONFIRMED)));
            }
            for (Future<Long> count : counts) {
                assertThat(count.get()).isEqualTo(5L);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aLookThatFailsSpoilsNotTheNext() {
        filledStore().close();

        try (ReadOnlyFile looking = new ReadOnlyFile(new Sqlite(file()))) {
            assertThatThrownBy(() -> looking.read("fail", session -> {
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessage("on purpose");
            assertThat(looking.<Long>read("count", session -> session.number("select count(*) from edition")))
                    .isEqualTo(1L);
        }
    }

    @Test
    void lookingAtWhatAKilledProcessLeftSeesItsCommitsAndLeavesThem() throws IOException {
        Path left = folder.resolve("left/gazette.db");
        Files.createDirectories(left.getParent());
        try (Store writing = filledStore()) {
            assertThat(writing).isNotNull();
            for (String name : names()) {
                Files.copy(file().resolveSibling(name), left.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        byte[] log = Files.readAllBytes(left.resolveSibling("gazette.db-wal"));

        try (Store looking = Store.openReadOnly(left, clock)) {
            assertThat(looking.subscribers().count(NEWSLETTER)).containsEntry(SubscriptionState.CONFIRMED, 5L);
        }

        assertThat(log).isNotEmpty();
        assertThat(left.resolveSibling("gazette.db-wal")).hasBinaryContent(log);
    }

    @Test
    void aStoreThatWasOpenedForReadingCannotBeWritten() {
        filledStore().close();

        try (Store store = openReadOnly()) {
            assertThatThrownBy(() -> store.subscribers().leave(NEWSLETTER, 1))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(store::borrowWriter).isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("lookers")
    void everyReadOfAStoreIsARead(Looker looker) throws IOException {
        filledStore().close();
        Map<String, String> before = contents();

        try (Store store = openReadOnly()) {
            looker.look(
                    store, store.editions().find(new EditionId(NEWSLETTER, 1)).orElseThrow());
        }

        assertThat(contents()).isEqualTo(before);
    }

    /** One read. */
    @FunctionalInterface
    interface Looker {
        void look(Store store, Edition edition);
    }

    static Stream<Looker> lookers() {
        return Stream.of(
                (store, edition) -> assertThat(
                                store.outbox().tally(edition.id()).audience())
                        .isEqualTo(5),
                (store, edition) -> assertThat(store.outbox().nextDue()).isPresent(),
                (store, edition) ->
                        assertThat(store.outbox().nextDue(edition.id())).isPresent(),
                (store, edition) -> assertThat(store.outbox().troubles(edition.id(), DispatchState.PENDING, 9))
                        .hasSize(5),
                (store, edition) ->
                        assertThat(store.outbox().audience(NEWSLETTER, "daily")).hasSize(1),
                (store, edition) ->
                        assertThat(store.editions().rendering(edition.id())).isPresent(),
                (store, edition) -> assertThat(store.editions()
                                .shelf(Samples.newsletter(), Samples.DAILY, Samples.SLOT)
                                .nextNumber())
                        .isEqualTo(2),
                (store, edition) -> assertThat(store.subscribers()
                                .rehearse(Samples.readers(6, "2"))
                                .added())
                        .isEqualTo(1));
    }

    private Store filledStore() {
        SqliteWorld world = new SqliteWorld(folder, clock);
        Samples.filled(world, 5);
        return world.store();
    }

    private void look() {
        try (Store store = openReadOnly()) {
            store.subscribers().each(NEWSLETTER, row -> assertThat(row.name()).isNotEmpty());
            assertThat(store.subscribers().rehearse(Samples.readers(6, "2")).verdict())
                    .isEqualTo(Verdict.TAKEN_OVER);
            assertThat(store.editions().list(Optional.empty())).hasSize(1);
        }
    }

    private Path file() {
        return folder.resolve("data/gazette.db");
    }

    private Store open() {
        return Store.open(file(), clock);
    }

    private Store openReadOnly() {
        return Store.openReadOnly(file(), clock);
    }

    private List<String> names() {
        return List.copyOf(contents().keySet());
    }

    private Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(file().getParent())) {
            for (Path path : files.toList()) {
                contents.put(String.valueOf(path.getFileName()), HexFormat.of().formatHex(Files.readAllBytes(path)));
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return contents;
    }

    private void raw(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private String schema() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select group_concat(sql) from sqlite_master")) {
            return row.getString(1);
        }
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma " + name)) {
            return row.getString(1);
        }
    }
}
