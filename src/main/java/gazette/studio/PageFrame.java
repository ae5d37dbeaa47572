package gazette.studio;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;

/** Prints pages with what all of them have around them. */
interface PageFrame {
    /**
     * Answers with {@code name.ftlh}.
     *
     * @param room that the page is in; empty for a page in none
     * @param model what the page itself prints
     */
    void show(Context context, String name, Optional<Room> room, Map<String, Object> model);

    /** The same for a page in a room. */
    default void show(Context context, String name, Room room, Map<String, Object> model) {
        show(context, name, Optional.of(room), model);
    }
}
