package gazette.store;

/**
 * A store that is looked at and left as it was. Each look opens it anew, because a process that writes may come or go
 * between two of them.
 */
final class ReadOnlyFile implements Reads {
    private final Sqlite store;

    ReadOnlyFile(Sqlite store) {
        this.store = store;
    }

    @Override
    public <T> T read(String step, Work<T> work) {
        return Scratch.on(store, step, session -> {
            session.update("begin"); // all statements see the same commit
            T result = work.in(session);
            session.update("commit");
            return result;
        });
    }

    @Override
    public <T> T scratch(String step, Work<T> work) {
        return Scratch.on(store, step, work);
    }

    /** By the sizes and times of its files, because no connection stays open to count commits. */
    @Override
    public long version() {
        return store.changes();
    }

    @Override
    public void close() {
        // Nothing stays open between two looks.
    }
}
