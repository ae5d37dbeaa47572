package gazette.edition;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.mail.Format;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class VariantKeyTest {
    private static final VariantKey KEY =
            new VariantKey(Locale.FRENCH, List.of(0, 1), Format.HTML, Set.of("name", "town"));

    @Test
    void readersWithTheSameKeyGetTheSameWords() {
        assertThat(new VariantKey(Locale.FRENCH, List.of(1, 0), Format.HTML, Set.of("town", "name")))
                .isEqualTo(KEY)
                .hasSameHashCodeAs(KEY);
    }

    @Test
    void whateverDiffersMakesAnother() {
        assertThat(KEY)
                .isNotEqualTo(new VariantKey(Locale.ENGLISH, KEY.stories(), KEY.format(), KEY.absent()))
                .isNotEqualTo(new VariantKey(KEY.language(), List.of(0), KEY.format(), KEY.absent()))
                .isNotEqualTo(new VariantKey(KEY.language(), KEY.stories(), Format.TEXT, KEY.absent()))
                .isNotEqualTo(new VariantKey(KEY.language(), KEY.stories(), KEY.format(), Set.of("name")))
                .isNotEqualTo("fr");
    }
}
