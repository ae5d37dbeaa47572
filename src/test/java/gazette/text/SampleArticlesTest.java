package gazette.text;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Article;
import gazette.article.EmbeddedPicture;
import gazette.article.FolderSource;
import gazette.article.Intertitle;
import gazette.article.SourceLanguage;
import gazette.article.SourceReading;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The articles of the sample newsletter show what a text file can look like. */
final class SampleArticlesTest {
    @Test
    void everySampleIsReadWithoutAProblem() {
        SourceReading reading = new FolderReader(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Duration.ZERO)
                .read(new FolderSource(
                        "articles", Path.of("articles"), ZoneId.of("Europe/Paris"), SourceLanguage.of(Locale.FRENCH)));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.articles()).hasSizeGreaterThanOrEqualTo(6).allSatisfy(article -> {
            assertThat(article.published().map(when -> when.date().getMonth())).contains(Month.NOVEMBER);
            assertThat(article.credits()).contains("Agence Exemple");
            assertThat(article.blocks()).hasAtLeastOneElementOfType(Intertitle.class);
            assertThat(Words.in(article)).isBetween(250, 450);
        });
        assertThat(reading.articles()).extracting(Article::language).contains(Locale.FRENCH, Locale.ENGLISH);
        assertThat(reading.articles()).anyMatch(article -> article.headline().isEmpty());
        assertThat(reading.articles())
                .extracting(Article::picture)
                .flatExtracting(picture ->
                        picture.map(EmbeddedPicture.class::cast).stream().toList())
                .extracting(EmbeddedPicture::width)
                .containsExactly(1200);
    }
}
