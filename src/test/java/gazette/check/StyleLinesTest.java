package gazette.check;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.check.Finding.Spot;
import gazette.check.Origins.StyleOrigin;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StyleLinesTest {
    private static final StyleLines LINES = new StyleLines("templates/digest/style.css", """
            :root {
              --soft: #999;
              --dark-soft: #555;
            }
            .soft { color: var(--soft); }
            .page { background: #fff; }
            @media (prefers-color-scheme: dark) {
              .soft, .note { color: var(--dark-soft) !important; }
            }
            """);

    @Test
    void aVariableIsFoundWhereItGetsItsValue() {
        assertThat(LINES.find(List.of("meta", "soft"), "color", "", false))
                .contains(new StyleOrigin(new Spot("templates/digest/style.css", 2), "soft"));
        assertThat(LINES.find(List.of("note"), "color", "", true))
                .contains(new StyleOrigin(new Spot("templates/digest/style.css", 3), "dark-soft"));
    }

    @Test
    void aValueOfItsOwnIsFoundAtItsDeclaration() {
        assertThat(LINES.find(List.of("page"), "background-color", "", true))
                .contains(new StyleOrigin(new Spot("templates/digest/style.css", 6), ""));
        assertThat(LINES.find(List.of("note"), "color", "", false)).isEmpty();
    }

    @Test
    void whereNoClassWasPrintedTheValueTells() {
        assertThat(LINES.find(List.of(""), "color", "#999", false))
                .contains(new StyleOrigin(new Spot("templates/digest/style.css", 2), "soft"));
    }
}
