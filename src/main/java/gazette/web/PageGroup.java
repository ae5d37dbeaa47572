package gazette.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Pages that belong together. Their handlers are called from many threads. */
public interface PageGroup {
    /** Adds the pages; called once, before the server listens. */
    void addTo(RoutesConfig routes);

    /**
     * Says in its own words why there is no answer, if the request was meant for these pages.
     *
     * @return whether it was
     */
    default boolean excuses(Context context, HttpStatus why) {
        return false;
    }

    /** Lets go of what it holds: the server stops. */
    default void close() {}
}
