package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HeadStartTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aCommandWithAWorkspaceWaitsUntilItsLibrariesAreThere() {
        HeadStart begun = HeadStart.of(List.of("-C", "salle", "preview"));

        assertTimeoutPreemptively(PATIENCE, begun::await);
        assertThat(begun).isNotSameAs(HeadStart.NONE);
    }

    @Test
    void oneThatNeedsNoneWaitsForNothing() {
        for (List<String> words : List.of(List.of("version"), List.of("preview", "--help"), List.<String>of())) {
            assertThat(HeadStart.of(words)).as("%s", words).isSameAs(HeadStart.NONE);
        }
        assertTimeoutPreemptively(PATIENCE, HeadStart.NONE::await);
    }
}
