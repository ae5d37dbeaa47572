package gazette.render;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Templates that were parsed before: whoever renders the same files again, for another edition or another look, need not
 * parse them. Safe to use from many threads.
 */
final class Engines {
    /** As many templates as are at work at the same time, usually; a megabyte or two each. */
    private static final int MOST = 4;

    private final Deque<Kept> kept = new ArrayDeque<>();

    private record Kept(Snapshot folder, Engine engine) {}

    /** What runs the templates of {@code folder}. */
    synchronized Engine of(Snapshot folder) {
        for (Kept each : kept) {
            if (each.folder().isLike(folder)) {
                return each.engine();
            }
        }
        if (kept.size() == MOST) {
            kept.removeLast();
        }
        Engine engine = new Engine(folder);
        kept.addFirst(new Kept(folder, engine));
        return engine;
    }
}
