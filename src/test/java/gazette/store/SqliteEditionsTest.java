package gazette.store;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Article;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteEditionsTest extends EditionsContract {
    @TempDir
    private Path folder;

    @Override
    World world(Clock clock) {
        return new SqliteWorld(folder, clock);
    }

    @Test
    void whatIsHeldBackIsNoCandidate() {
        try (SqliteWorld own = new SqliteWorld(folder.resolve("held"), new HandClock())) {
            Article old = Samples.article(1);
            own.store().articles().keep(List.of(old, Samples.article(2)), Set.of(old.origin()));

            assertThat(own.editions()
                            .shelf(Samples.newsletter(), Samples.DAILY, Instant.parse("2026-11-23T06:00:00Z"))
                            .candidates())
                    .extracting(candidate -> candidate.origin().name())
                    .containsExactly("2.txt");
        }
    }
}
