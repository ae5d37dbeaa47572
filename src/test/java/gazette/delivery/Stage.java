package gazette.delivery;

import gazette.edition.EditionId;
import gazette.store.World;
import gazette.store.Worlds;
import gazette.store.memory.MemoryPaceBook;
import java.time.Clock;
import java.util.function.Function;

/**
 * What all parts of one simulation share.
 *
 * @param edition filled, and due at once
 */
record Stage(
        Chance chance,
        Conditions conditions,
        Baton baton,
        Trace trace,
        World world,
        EditionId edition,
        Truth truth,
        Letters letters,
        PaceBook book,
        Breakage breakage) {

    /** The calling thread is the one that nobody kills. */
    static Stage set(long seed, Letters letters, Function<Clock, World> opened, Breakage breakage) {
        Chance chance = new Chance(seed);
        Conditions conditions = Conditions.drawn(chance);
        Baton baton = new Baton(chance.random(), conditions.restless(), Baton.Life.ENDLESS);
        Trace trace = new Trace(baton::nanos);
        World world = opened.apply(baton.clock());
        EditionId edition =
                Worlds.filled(world, conditions.readers(), conditions.inDoubt()).id();
        Truth truth = new Truth(trace, baton::nanos, world.outbox(), edition, conditions.readers());
        return new Stage(
                chance, conditions, baton, trace, world, edition, truth, letters, new MemoryPaceBook(), breakage);
    }
}
