package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.TestWorkspace.Options;
import gazette.delivery.DispatchState;
import gazette.delivery.Tally;
import gazette.delivery.TallyingSmtp;
import gazette.delivery.TallyingSmtp.Arrived;
import gazette.delivery.TallyingSmtp.Faults;
import gazette.edition.Edition;
import gazette.edition.Editions.Summary;
import gazette.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real process, killed at random moments while a server misbehaves; the server's tally is the truth. */
final class KilledRunTest {
    private static final int READERS = 150;
    private static final int KILLS = 20;
    private static final int CONNECTIONS = 4;
    private static final long SEED = 20261122;
    private static final Faults ONE_IN_A_HUNDRED = new Faults(SEED, 0.01, 0.01, 0.01, 0.01, 0);

    @TempDir
    private Path folder;

    @Test
    void aRunKilledAtRandomMomentsForgetsNobodyAndRepeatsNobodyButInTheGap() throws Exception {
        try (TallyingSmtp smtp = new TallyingSmtp(0, ONE_IN_A_HUNDRED)) {
            TestWorkspace workspace =
                    TestWorkspace.make(folder, Options.smtp(smtp.port()).every("0/2 * * * * ?"));
            workspace.readers(READERS);
            Typed.in(folder, "articles", "fetch"); // makes the store, so that it can be looked at from the first moment
            int articles = killedAgainAndAgain(workspace);
            leftAlone(workspace);

            everyArticleIsInExactlyOneEdition(articles);
            everybodyHasEverything(smtp);
        }
    }

    /** Drops articles in, and kills; how many articles. */
    private int killedAgainAndAgain(TestWorkspace workspace) throws Exception {
        Random chance = new Random(SEED);
        int articles = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            try (GazetteProcess run = GazetteProcess.start(folder, "96m", "run")) {
                long life = 900L + chance.nextInt(2500);
                for (int part = 0; part < 3; part++) {
                    if (chance.nextInt(3) > 0) {
                        articles++;
                        workspace.article("text-" + articles + ".txt", "Le titre numéro " + articles);
                    }
                    run.waitFor(Duration.ofMillis(life / 3));
                    nobodyIsUnaccountedFor();
                }
                assertThat(run.isAlive())
                        .as("it ended by itself: %s", run.err())
                        .isTrue();
                run.kill();
            }
        }
        return articles;
    }

    /** One more life, as long as it takes to have nothing left to do; stopped by SIGTERM. */
    private void leftAlone(TestWorkspace workspace) throws Exception {
        try (GazetteProcess run = GazetteProcess.start(folder, "96m", "run")) {
            long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
            while (!isAllDone(workspace) && System.nanoTime() < deadline) {
                assertThat(run.waitFor(Duration.ofMillis(250)))
                        .as("it ended by itself: %s", run.err())
                        .isEqualTo(GazetteProcess.STILL_RUNNING);
                nobodyIsUnaccountedFor();
            }
            run.terminate();
            assertThat(run.waitFor(Duration.ofSeconds(10))).isEqualTo(ExitCode.TERMINATED.value());
        }
    }

    private boolean isAllDone(TestWorkspace workspace) {
        return look(store -> {
            long dropped = filesIn(workspace.folder().resolve("articles"));
            long sent = editions(store).stream()
                    .mapToLong(edition -> edition.articles().size())
                    .sum();
            boolean settled = store.editions().list(Optional.empty()).stream()
                    .map(summary -> store.outbox().tally(summary.id()))
                    .allMatch(tally -> tally.audience() > 0 && tally.settled() == tally.audience());
            return sent == dropped && settled;
        });
    }

    private void nobodyIsUnaccountedFor() {
        List<Tally> off = look(store -> store.editions().list(Optional.empty()).stream()
                .map(summary -> store.outbox().tally(summary.id()))
                .filter(tally -> !tally.balances())
                .toList());
        assertThat(off).as("audience = accepted + … + waiting").isEmpty();
    }

    private void everyArticleIsInExactlyOneEdition(int articles) {
        List<String> sent = look(KilledRunTest::editions).stream()
                .flatMap(edition -> edition.articles().stream())
                .map(article -> article.origin().name())
                .toList();
        assertThat(sent).doesNotHaveDuplicates().hasSize(articles);
    }

    private void everybodyHasEverything(TallyingSmtp smtp) {
        List<Tally> tallies = look(store -> {
            List<Tally> all = new ArrayList<>();
            for (Summary summary : store.editions().list(Optional.empty())) {
                all.add(store.outbox().tally(summary.id()));
            }
            return all;
        });
        Map<String, Arrived> arrived = smtp.arrived();
        int copies = arrived.values().stream().mapToInt(a -> a.copies() - 1).sum();
        System.out.printf(
                "%d kills: %d editions, %d messages owed, %d arrived, %d copies in the gap (%d replies dropped)%n",
                KILLS, tallies.size(), READERS * tallies.size(), arrived.size(), copies, smtp.dropsAfter());

        assertThat(tallies).allSatisfy(tally -> {
            assertThat(tally.audience()).isEqualTo(READERS);
            assertThat(tally.in(DispatchState.ACCEPTED)).isEqualTo(READERS);
        });
        assertThat(arrived).hasSize(READERS * tallies.size());
        assertThat(arrived.values())
                .allSatisfy(message -> assertThat(message.digests()).hasSize(1));
        assertThat(copies).isLessThanOrEqualTo(KILLS * CONNECTIONS + smtp.dropsAfter());
    }

    private static List<Edition> editions(Store store) {
        return store.editions().list(Optional.empty()).stream()
                .map(summary -> store.editions().find(summary.id()).orElseThrow())
                .toList();
    }

    private <T> T look(java.util.function.Function<Store, T> at) {
        try (Store store = Store.openReadOnly(folder.resolve("data/gazette.db"), Clock.systemUTC())) {
            return at.apply(store);
        }
    }

    private static long filesIn(Path articles) {
        try (var files = Files.list(articles)) {
            return files.filter(file -> file.toString().endsWith(".txt")).count();
        } catch (java.io.IOException cannotList) {
            throw new java.io.UncheckedIOException(cannotList);
        }
    }
}
