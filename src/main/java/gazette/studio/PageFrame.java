package gazette.studio;

import io.javalin.http.Context;
import java.util.Map;

/** Prints pages with what all of them have around them. */
interface PageFrame {
    /**
     * Answers with {@code name.ftlh}.
     *
     * @param room that the page is in
     * @param model what the page itself prints
     */
    void show(Context context, String name, Room room, Map<String, Object> model);
}
