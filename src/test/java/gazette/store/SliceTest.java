package gazette.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SliceTest {
    @Test
    void manyNumbersAreSeveralSlicesInTheirOrder() {
        List<Long> numbers = LongStream.range(0, 45).boxed().toList();

        List<Slice> slices = Slice.of(numbers);

        assertThat(slices).extracting(slice -> slice.ids().size()).containsExactly(20, 20, 5);
        assertThat(slices.stream().flatMap(slice -> slice.ids().stream())).isEqualTo(numbers);
        assertThat(Slice.of(List.of())).isEmpty();
    }

    @Test
    void placesThatAreLeftAskForNothingMore() {
        Object[] values = new Slice(List.of(7L, 9L)).values("before");

        assertThat(values)
                .hasSize(1 + Slice.MOST)
                .startsWith("before", 7L, 9L, 7L)
                .doesNotContainNull();
        assertThat(List.of(values).subList(1, values.length)).containsOnly(7L, 9L);
    }

    @Test
    void itHoldsAsManyAsThereArePlaces() {
        assertThatThrownBy(() -> new Slice(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Slice(LongStream.range(0, 21).boxed().toList()))
                .hasMessageContaining("21");
    }
}
