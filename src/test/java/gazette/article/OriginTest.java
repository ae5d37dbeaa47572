package gazette.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OriginTest {
    private static final Origin ORIGIN = new Origin("folder:articles", "une.txt");

    @Test
    void twoOfTheSameSourceAndNameAreOne() {
        assertThat(new Origin("folder:articles", "une.txt")).isEqualTo(ORIGIN).hasSameHashCodeAs(ORIGIN);
    }

    @Test
    void anotherSourceOrNameIsAnother() {
        assertThat(ORIGIN)
                .isNotEqualTo(new Origin("folder:autres", "une.txt"))
                .isNotEqualTo(new Origin("folder:articles", "deux.txt"))
                .isNotEqualTo("folder:articles une.txt");
    }
}
