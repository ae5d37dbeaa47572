package gazette.render;

import gazette.edition.Edition;
import gazette.edition.Rendering;
import java.util.ArrayDeque;
import java.util.Deque;

/** The editions at work now, so that a template is parsed once for all readers. Safe to use from many threads. */
final class Benches {
    /** As many editions as go out at the same time, usually; a few megabytes each. */
    private static final int MOST = 4;

    private final RenderLimits limits;
    private final Engines engines;
    private final OnlineAddress online;
    private final Deque<Bench> inUse = new ArrayDeque<>();

    private record Bench(Edition edition, Rendering frozen, Typesetter typesetter) {}

    Benches(RenderLimits limits, Engines engines, OnlineAddress online) {
        this.limits = limits;
        this.engines = engines;
        this.online = online;
    }

    /** For {@code edition} as it was frozen: that very object, not one that is equal, for a look at all of it takes long. */
    @SuppressWarnings("ReferenceEquality") // meant: see above
    synchronized Typesetter typesetter(Edition edition, Rendering frozen) {
        for (Bench bench : inUse) {
            if (bench.edition() == edition && bench.frozen() == frozen) {
                return bench.typesetter();
            }
        }
        if (inUse.size() == MOST) {
            inUse.removeLast();
        }
        Snapshot folder = Snapshot.of(frozen.template());
        Workshop workshop = new Workshop(edition, frozen.illustrations(), folder, engines.of(folder), limits, online);
        Bench bench = new Bench(edition, frozen, new Typesetter(workshop));
        inUse.addFirst(bench);
        return bench.typesetter();
    }
}
