package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gazette.cli.StudioStage;
import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import gazette.digest.RunOptions;
import gazette.mail.EmailAddress;
import gazette.web.Visitor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many readers the page of the coming edition says that there are, as time goes by. */
final class AudiencesTest {
    @TempDir
    private Path folder;

    private final Hand clock = new Hand();
    private StudioStage stage;
    private Visitor visitor;

    /** Stands still until it is moved. */
    private static final class Hand extends Clock {
        private volatile Instant now = Instant.parse("2026-11-23T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the test needs one zone");
        }
    }

    @BeforeEach
    void threeReaders() {
        TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(25));
        workspace.article("une.txt", "Un titre");
        stage = StudioStage.over(folder, clock, Optional.empty(), Optional.empty());
        stage.run(clock.now, new RunOptions(Optional.of(Duration.ZERO), Optional.empty()));
        workspace.article("deux.txt", "Un autre titre");
        visitor = new Visitor(stage.port());
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void aCountOfAMomentAgoIsShownAndMadeAnewBeside() {
        assertThat(page()).contains("3 abonnés");
        readerLeaves(1);
        assertThat(page()).as("no time has passed").contains("3 abonnés");

        clock.now = clock.now.plus(Duration.ofMinutes(5));

        await().atMost(Duration.ofSeconds(20)).until(() -> page().contains("2 abonnés"));
    }

    @Test
    void aCountThatIsOldIsNotShownAnyMore() {
        assertThat(page()).contains("3 abonnés");
        readerLeaves(1);

        clock.now = clock.now.plus(Duration.ofMinutes(11));

        assertThat(page()).contains("2 abonnés");
    }

    private void readerLeaves(int number) {
        stage.store().subscribers().remove("la-gazette", EmailAddress.of("reader-" + number + "@example.org"));
    }

    private String page() {
        return Jsoup.parse(visitor.get("/", "fr").body()).select("main").text();
    }
}
