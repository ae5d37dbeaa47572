package gazette.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.mail.Format;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WishTest {
    private static final Wish WISH = new Wish(Optional.of(Locale.FRENCH), List.of("mer"), Format.HTML, Set.of("name"));

    @Test
    void whoAsksForTheSameHasTheSameWish() {
        assertThat(new Wish(Optional.of(Locale.FRENCH), List.of("mer"), Format.HTML, Set.of("name")))
                .isEqualTo(WISH)
                .hasSameHashCodeAs(WISH);
    }

    @Test
    void whateverDiffersMakesAnother() {
        assertThat(WISH)
                .isNotEqualTo(new Wish(Optional.empty(), WISH.topics(), WISH.format(), WISH.absent()))
                .isNotEqualTo(new Wish(WISH.language(), List.of("ciel"), WISH.format(), WISH.absent()))
                .isNotEqualTo(new Wish(WISH.language(), WISH.topics(), Format.TEXT, WISH.absent()))
                .isNotEqualTo(new Wish(WISH.language(), WISH.topics(), WISH.format(), Set.of()))
                .isNotEqualTo("mer");
    }
}
