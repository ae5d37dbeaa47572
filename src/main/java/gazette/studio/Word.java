package gazette.studio;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A choice that an address makes by a word. */
final class Word {
    private Word() {}

    /** The one of {@code offered} whose word the parameter says, if it says one of them. */
    static <T> Optional<T> of(Context context, String parameter, List<T> offered, Function<T, String> word) {
        String said = context.queryParam(parameter);
        return offered.stream().filter(each -> word.apply(each).equals(said)).findFirst();
    }
}
