package gazette.web;

import io.javalin.config.RoutesConfig;

/** Pages that belong together. Their handlers are called from many threads. */
public interface PageGroup {
    /** Adds the pages; called once, before the server listens. */
    void addTo(RoutesConfig routes);
}
