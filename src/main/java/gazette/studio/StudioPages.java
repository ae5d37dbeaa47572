package gazette.studio;

/** Pages of the studio that belong together. Their handlers are called from many threads. */
interface StudioPages {
    /** Adds the pages; called once, before the server listens. */
    void addTo(StudioRoutes routes);
}
