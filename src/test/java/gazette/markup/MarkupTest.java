package gazette.markup;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Block;
import gazette.article.Paragraph;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the folders of HTML cannot say. */
final class MarkupTest {
    private static final URI PAGE = URI.create("https://journal.example.org/2026/page.html");

    @Test
    void nothingComesOfNothing() {
        assertThat(Markup.blocks("", PAGE)).isEmpty();
        assertThat(Markup.blocks(" <p>&nbsp;</p> <!-- rien --> ", PAGE)).isEmpty();
        assertThat(Markup.words("<script>x</script>")).isEmpty();
    }

    @Test
    void wordsAreOnOneLine() {
        assertThat(Markup.words("<p>L&rsquo;été\n  <b>est</b></p><p>là&nbsp;!</p>"))
                .isEqualTo("L’été est là\u00A0!");
        assertThat(Markup.words("  sans   balises ")).isEqualTo("sans balises");
    }

    @Test
    void withoutAPageRelativeLinksLoseTheLink() {
        List<Block> blocks = Markup.blocks("<p><a href='x'>mot</a></p>", URI.create(""));

        assertThat(blocks).containsExactly(new Paragraph("mot"));
    }
}
