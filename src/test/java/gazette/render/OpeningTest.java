package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Article;
import gazette.article.Block;
import gazette.article.Intertitle;
import gazette.article.Origin;
import gazette.article.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OpeningTest {
    private static final Block BETWEEN = new Intertitle("Entre deux");
    private static final Paragraph ORNAMENT = new Paragraph("* * *");
    private static final Paragraph LEAD = new Paragraph("Le pont rouvre. On y passe à pied.");
    private static final Paragraph AGAIN = new Paragraph("Le pont rouvre. On y passe à pied.");

    @Test
    void withoutAHeadlineTheFirstSentenceOfTheLeadIsTheTitleWhereverTheLeadStands() {
        Opening opening = Opening.of(article(Optional.empty(), "", List.of(BETWEEN, ORNAMENT, LEAD, AGAIN)));

        assertThat(opening.heading().text()).isEqualTo("Le pont rouvre.");
        assertThat(opening.lead().map(Paragraph::text).map(String::strip)).contains("On y passe à pied.");
        assertThat(opening.body().stream().map(Block::text).map(String::strip))
                .containsExactly("Entre deux", "* * *", "On y passe à pied.", "Le pont rouvre. On y passe à pied.");
    }

    @Test
    void belowAHeadlineTheLeadStandsWhole() {
        Opening opening = Opening.of(article(Optional.of("Un pont"), "", List.of(BETWEEN, LEAD)));

        assertThat(opening.heading().text()).isEqualTo("Un pont");
        assertThat(opening.lead()).contains(LEAD);
        assertThat(opening.body()).containsExactly(BETWEEN, LEAD);
    }

    @Test
    void whatHasNoProseIsTeasedWithItsSummary() {
        Article pictures = article(Optional.of("Un pont"), "On y passe à pied.", List.of(BETWEEN));

        assertThat(Opening.teaser(pictures)).isEqualTo("On y passe à pied.");
        assertThat(Opening.teaser(article(Optional.of("Un pont"), "", List.of(BETWEEN))))
                .isEmpty();
    }

    private static Article article(Optional<String> headline, String summary, List<Block> blocks) {
        return new Article(
                new Origin("folder", "un.txt"),
                Locale.FRENCH,
                headline,
                summary,
                blocks,
                Optional.empty(),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
