package gazette.delivery;

import java.util.Iterator;

/** Dispatches to deliver, one after the other, as fast as they may go: {@link #hasNext} may wait some seconds for one. */
interface Supply extends Iterator<Dispatch> {
    /** Whether there is one that may go at once: nobody should be kept in the gap until the next one may. */
    boolean hasNow();

    /** The same of any iterator. */
    static boolean hasNow(Iterator<Dispatch> dispatches) {
        return dispatches instanceof Supply supply ? supply.hasNow() : dispatches.hasNext();
    }
}
