package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.config.Settings;
import gazette.delivery.Delivery;
import gazette.delivery.DeliveryLog;
import gazette.delivery.DispatchState;
import gazette.delivery.SuppressionReason;
import gazette.delivery.Tally;
import gazette.delivery.TallyingSmtp;
import gazette.delivery.TallyingSmtp.Arrived;
import gazette.delivery.TallyingSmtp.Faults;
import gazette.digest.RunOptions;
import gazette.edition.EditionId;
import gazette.edition.Newsletter;
import gazette.store.Store;
import gazette.subscriber.Token;
import gazette.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edition under way, and people who stop it, let it go on, leave, and count. */
final class ControlTest {
    private static final EditionId FIRST = new EditionId("la-gazette", 1);
    private static final int READERS = 1500;
    private static final long SEED = 20261123;

    /** One in a hundred of each, but for replies that are lost: those may make copies. */
    private static final Faults NO_REPLY_IS_LOST = new Faults(SEED, 0.01, 0, 0.01, 0.01, 0.01);

    @TempDir
    private Path folder;

    private final Random chance = new Random(SEED);

    @BeforeEach
    void quiet() {
        Logging.forCommand(false);
    }

    @Test
    void everybodyIsAccountedForAtAThousandMomentsAndFiftyPausesLoseAndRepeatNobody() throws Exception {
        try (TallyingSmtp smtp = new TallyingSmtp(0, NO_REPLY_IS_LOST);
                Workspace workspace = filled(smtp);
                Store beside = Store.open(workspace.settings().store(), Clock.systemUTC());
                Couriers couriers = Couriers.start(workspace, DeliveryLog.slf4j(), Delivery.Until.STOPPED)) {
            int pauses = 0;
            int looks = 0;
            while (pauses < 50 || looks < 1000 || !isOver(beside)) {
                Tally tally = beside.outbox().tally(FIRST);
                looks++;
                assertThat(tally.balances()).as("look %s: %s", looks, tally).isTrue();
                assertThat(tally.audience()).isEqualTo(READERS);
                if (looks % 10 == 0 && pauses < 50) {
                    pauses += beside.editions().pause(FIRST, "for a test") ? 1 : 0;
                    assertThat(beside.outbox().tally(FIRST).balances()).isTrue();
                    rest(chance.nextInt(40));
                    beside.editions().resume(FIRST);
                }
                rest(chance.nextInt(4));
            }

            couriers.stop();
            Tally tally = beside.outbox().tally(FIRST);
            assertThat(tally.waiting()).isZero();
            assertThat(tally.inDoubt()).isZero();
            assertThat(tally.in(DispatchState.ACCEPTED))
                    .isEqualTo(smtp.arrived().size());
            assertThat(tally.in(DispatchState.REJECTED))
                    .isEqualTo(smtp.refused().size());
            assertThat(tally.settled()).isEqualTo(READERS);
            assertThat(smtp.arrived().values()).allMatch(message -> message.copies() == 1);
        }
    }

    @Test
    void whoLeavesWhileAnEditionIsSentGetsNothingASecondLater() throws Exception {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE);
                Workspace workspace = filled(smtp);
                WebServer web = workspace.web(Optional.empty());
                Couriers couriers = Couriers.start(workspace, DeliveryLog.slf4j(), Delivery.Until.STOPPED)) {
            List<Long> waits = new ArrayList<>();
            Set<String> leaving = new HashSet<>();
            Set<Long> ids = new HashSet<>();
            HttpClient browser = HttpClient.newHttpClient();
            while (ids.size() < 100) {
                long id = 1L + chance.nextInt(READERS);
                if (ids.add(id)) {
                    long begun = System.nanoTime();
                    assertThat(leave(browser, workspace, web, id)).isEqualTo(200);
                    waits.add((System.nanoTime() - begun) / 1_000_000);
                    leaving.add(workspace
                            .store()
                            .subscribers()
                            .address("la-gazette", id)
                            .orElseThrow()
                            .toString());
                }
            }
            rest(1000);
            Set<String> before = recipients(smtp, leaving);
            while (!isOver(workspace.store())) {
                rest(50);
            }

            couriers.stop();
            assertThat(recipients(smtp, leaving))
                    .as("handed over more than a second later")
                    .isEqualTo(before);
            Tally tally = workspace.store().outbox().tally(FIRST);
            assertThat(tally.suppressed().getOrDefault(SuppressionReason.LEFT, 0L))
                    .as("some left in time")
                    .isEqualTo(leaving.size() - before.size());
            Collections.sort(waits);
            System.out.printf("a one-click unsubscribe beside a send: %d ms (99 %%)%n", waits.get(98));
        }
    }

    @Test
    void aCancelFromAnotherTerminalCountsWithinASecond() throws Exception {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE);
                Workspace workspace = filled(smtp);
                Couriers couriers = Couriers.start(workspace, DeliveryLog.slf4j(), Delivery.Until.STOPPED)) {
            while (smtp.arrived().size() < 20) {
                rest(5);
            }

            Typed cancel = Typed.in(folder, "editions", "cancel", "1", "--confirm", "la-gazette");
            int then = smtp.arrived().size();
            rest(1000);

            couriers.stop();
            assertThat(cancel.code()).as(cancel.err()).isEqualTo(ExitCode.DONE);
            assertThat(smtp.arrived()).hasSize(then).hasSizeLessThan(READERS);
            Tally tally = workspace.store().outbox().tally(FIRST);
            assertThat(tally.in(DispatchState.ACCEPTED)).isEqualTo(then);
            assertThat(tally.suppressed().get(SuppressionReason.CANCELLED)).isEqualTo(READERS - then);
        }
    }

    private Workspace filled(TallyingSmtp smtp) throws IOException {
        TestWorkspace files = TestWorkspace.make(folder, TestWorkspace.Options.smtp(smtp.port()));
        files.readers(READERS);
        files.article("un.txt", "Le premier titre");
        Settings settings = new Gazette(Typed.surroundings(folder), HeadStart.NONE).settings();
        Workspace workspace = Workspace.open(settings, Clock.systemUTC());
        Newsletter newsletter = settings.newsletters().get(0);
        workspace
                .digestRun(Duration.ZERO)
                .run(
                        newsletter,
                        newsletter.cadences().get(0),
                        Slot.now(Clock.systemUTC()),
                        new RunOptions(Optional.of(Duration.ZERO), Optional.empty()));
        return workspace;
    }

    private static boolean isOver(Store store) {
        Tally tally = store.outbox().tally(FIRST);
        return tally.settled() == tally.audience();
    }

    private static int leave(HttpClient browser, Workspace workspace, WebServer web, long subscriber)
            throws IOException, InterruptedException {
        String token = workspace.tokens().sign(new Token(Token.Purpose.UNSUBSCRIBE, "la-gazette", subscriber));
        HttpRequest oneClick = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + web.port() + "/unsubscribe/" + token))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                .build();
        return browser.send(oneClick, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static Set<String> recipients(TallyingSmtp smtp, Set<String> among) {
        return smtp.arrived().values().stream()
                .map(Arrived::recipient)
                .filter(among::contains)
                .collect(Collectors.toSet());
    }

    private static void rest(long millis) {
        new Stop().await(Duration.ofMillis(millis));
    }
}
