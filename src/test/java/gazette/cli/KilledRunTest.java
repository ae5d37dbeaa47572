package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.TestWorkspace.Options;
import gazette.delivery.DispatchState;
import gazette.delivery.Tally;
import gazette.delivery.TallyingSmtp;
import gazette.delivery.TallyingSmtp.Arrived;
import gazette.delivery.TallyingSmtp.Faults;
import gazette.delivery.TallyingSmtp.Manners;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real process, killed at random moments while a server misbehaves; the server's tally is the truth. */
final class KilledRunTest {
    private static final int CONNECTIONS = 4;
    private static final long SEED = 20261122;

    /** One to three of a hundred messages each: cut before and after the dot, 421, 450, 550. */
    private static final Faults FAULTS = new Faults(SEED, 0.02, 0.02, 0.01, 0.03, 0.01);

    /** Cut at any octet of one message in a hundred, and 421 to any command. */
    private static final Manners MANNERS = new Manners(Manners.GOOD.offers(), 0.01, 0.003, false, false);

    /**
     * How much is killed.
     *
     * @param news how often an article comes in a third of a life, from 0 to 1
     */
    private record Extent(int readers, int kills, double news, Duration patience) {}

    @TempDir
    private Path folder;

    @Test
    void aRunKilledAtRandomMomentsForgetsNobodyAndRepeatsNobodyButInTheGap() throws Exception {
        forgetsNobody(new Extent(150, 20, 0.67, Duration.ofSeconds(90)));
    }

    @Test
    @Tag("long")
    void aRunOfFiveThousandReadersKilledAHundredTimesForgetsNobodyEither() throws Exception {
        forgetsNobody(new Extent(5_000, 100, 0.1, Duration.ofMinutes(20)));
    }

    private void forgetsNobody(Extent extent) throws Exception {
        try (TallyingSmtp smtp = new TallyingSmtp(0, FAULTS, MANNERS)) {
            TestWorkspace workspace =
                    TestWorkspace.make(folder, Options.smtp(smtp.port()).every("0/2 * * * * ?"));
            workspace.readers(extent.readers());
            Typed.in(folder, "articles", "fetch"); // makes the store, so that it can be looked at from the first moment
            int articles = killedAgainAndAgain(workspace, extent);
            leftAlone(workspace, extent.patience());

            everyArticleIsInExactlyOneEdition(articles);
            everybodyHasEverything(smtp, extent);
        }
    }

    /** Drops articles in, and kills; how many articles. */
    private int killedAgainAndAgain(TestWorkspace workspace, Extent extent) throws Exception {
        Random chance = new Random(SEED);
        int articles = 0;
        for (int kill = 1; kill <= extent.kills(); kill++) {
            try (GazetteProcess run = GazetteProcess.start(folder, "96m", "run")) {
                long life = 900L + chance.nextInt(2500);
                for (int part = 0; part < 3; part++) {
                    if (chance.nextDouble() < extent.news()) {
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
    private void leftAlone(TestWorkspace workspace, Duration patience) throws Exception {
        try (GazetteProcess run = GazetteProcess.start(folder, "96m", "run")) {
            long deadline = System.nanoTime() + patience.toNanos();
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

    private void everybodyHasEverything(TallyingSmtp smtp, Extent extent) {
        List<Tally> tallies = look(store -> {
            List<Tally> all = new ArrayList<>();
            for (Summary summary : store.editions().list(Optional.empty())) {
                all.add(store.outbox().tally(summary.id()));
            }
            return all;
        });
        Map<String, Arrived> arrived = smtp.arrived();
        int copies = arrived.values().stream().mapToInt(a -> a.copies() - 1).sum();
        long owed = (long) extent.readers() * tallies.size();
        long accepted = sum(tallies, DispatchState.ACCEPTED);
        long rejected = sum(tallies, DispatchState.REJECTED);
        System.out.printf(
                "%d kills: %d editions, %d messages owed, %d accepted, %d rejected, %d arrived, %d copies in the gap (%d"
                        + " replies dropped)%n",
                extent.kills(), tallies.size(), owed, accepted, rejected, arrived.size(), copies, smtp.dropsAfter());

        assertThat(tallies).allSatisfy(tally -> assertThat(tally.audience()).isEqualTo(extent.readers()));
        assertThat(accepted + rejected).isEqualTo(owed);
        assertThat(rejected).isLessThanOrEqualTo(owed / 30);
        assertThat((long) arrived.size()).isBetween(accepted, accepted + rejected);
        assertThat(arrived.values())
                .allSatisfy(message -> assertThat(message.digests()).hasSize(1));
        assertThat(copies).isLessThanOrEqualTo(extent.kills() * CONNECTIONS + smtp.dropsAfter());
    }

    private static long sum(List<Tally> tallies, DispatchState state) {
        return tallies.stream().mapToLong(tally -> tally.in(state)).sum();
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
