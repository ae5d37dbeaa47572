package gazette.delivery;

import gazette.edition.EditionId;
import gazette.edition.EditionKey;
import gazette.edition.Editions.Summary;
import gazette.subscriber.Subscriber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Editions and their readers as lists show them, page by page (port). It reads alone, and what it costs does not grow
 * with an audience. Safe to use from many threads.
 */
public interface Register {
    /**
     * What a list of editions is to hold.
     *
     * @param newsletter only of this one, if given
     * @param phase only those that are so far, if given
     * @param now a cool-down that ends later goes on
     */
    record Wanted(Optional<String> newsletter, Optional<Phase> phase, Instant now) {}

    /** What became of a slot. */
    sealed interface Line {
        EditionKey key();

        Phase phase();
    }

    /**
     * A slot with an edition.
     *
     * @param audience 0 before it is frozen
     */
    record EditionLine(Summary summary, Phase phase, Mark mark, long audience) implements Line {
        @Override
        public EditionKey key() {
            return summary.key();
        }
    }

    /** A slot that passed without one. */
    record SkippedLine(EditionKey key, String reason) implements Line {
        @Override
        public Phase phase() {
            return Phase.SKIPPED;
        }
    }

    /** The newest slot first: at most {@code most} lines after the first {@code skipped}. */
    List<Line> lines(Wanted wanted, long skipped, int most);

    /** How many lines there are. */
    long count(Wanted wanted);

    /** One edition. */
    Optional<EditionLine> line(EditionId edition, Instant now);

    /**
     * Which readers of an edition a list is to hold.
     *
     * @param state only those in it, if given
     * @param address how their address begins; empty for all
     */
    record Sought(Optional<DispatchState> state, String address) {}

    /**
     * A reader of an edition.
     *
     * @param subscriber the store's number
     * @param name as the newsletter's list has it today; empty when it has none, or not the reader
     * @param place where the list is then, for the next page
     */
    record ReaderLine(long subscriber, String name, DispatchRow dispatch, String place) {}

    /**
     * At most {@code most} readers.
     *
     * @param after the place of the last line of the page before; empty for the first page, and so is what is none
     */
    List<ReaderLine> readers(EditionId edition, Sought sought, String after, int most);

    /** One reader of an edition. */
    Optional<ReaderLine> reader(EditionId edition, long subscriber);

    /**
     * Who a reader of an edition is by now; empty when mail cannot be sent to the address, or the newsletter has forgotten
     * them.
     */
    Optional<Subscriber> person(EditionId edition, long subscriber);
}
