package gazette.config;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a text came to when it was read as a value of some kind.
 *
 * @param value empty when the text does not fit
 * @param remedy the rule that it breaks, as what to do; empty when it fits
 */
record Fit<T>(Optional<T> value, String remedy) {
    static <T> Fit<T> of(T value) {
        return new Fit<>(Optional.of(value), "");
    }

    static <T> Fit<T> not(String remedy) {
        return new Fit<>(Optional.empty(), remedy);
    }

    /** Hands the remedy to {@code then} when the text does not fit. */
    void ifNot(Consumer<String> then) {
        if (value.isEmpty()) {
            then.accept(remedy);
        }
    }

    /** Reads a text as a value of one kind; never throws. */
    interface Kind<T> {
        Fit<T> read(String text);
    }
}
