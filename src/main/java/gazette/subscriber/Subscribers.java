package gazette.subscriber;

import gazette.mail.EmailAddress;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** People and their subscriptions (port). Safe to use from many threads. */
public interface Subscribers {
    /**
     * One subscription as lists and exports show it.
     *
     * @param endedBy empty while it has not ended
     */
    record Row(
            EmailAddress address,
            String name,
            String language,
            List<String> topics,
            String cadence,
            String since,
            SubscriptionState state,
            Optional<EndedBy> endedBy,
            Map<String, String> fields) {}

    /** How an address stands with a newsletter after it was asked to be removed. */
    enum Removal {
        REMOVED,
        ENDED_BEFORE,
        UNKNOWN
    }

    /**
     * Makes the rows of the operator's list the newsletter's subscriptions: new rows are confirmed, rows that went away
     * end theirs, whoever left by themselves stays out. More than a tenth of the rows, and more than 10, vanishing at
     * once changes nothing unless {@code list} is confirmed.
     *
     * <p>Written in batches, so that it never keeps the write lane for long. Killed half-way, reading the list again
     * ends in the same state. Memory does not depend on the number of rows.
     */
    ImportReport take(ListImport list);

    /** What {@link #take} would do. Changes nothing. */
    ImportReport rehearse(ListImport list);

    /**
     * An operator's list on its way in.
     *
     * @param newsletter its id
     * @param source the file, as the consent's source
     * @param version changes whenever the file does; a list whose version was taken over is not read again
     * @param defaultCadence for rows that name none
     * @param rows the file's rows, read once; the iterator passes over the bad ones and reports them to {@code problems}
     * @param confirmed whether many rows may vanish; also reads an unchanged file again
     */
    record ListImport(
            String newsletter, String source, String version, String defaultCadence, Rows rows, boolean confirmed) {}

    /** Reads the rows of a list, from the first; what cannot be read goes to {@code problems}. */
    interface Rows {
        Iterator<ListRow> read(Consumer<ListProblem> problems);
    }

    /**
     * Ends a subscription because the reader said so. Committed on return: from then on nothing is handed over to them.
     * False when there is none to end, or it had ended.
     */
    boolean leave(String newsletter, long subscriber);

    /** Ends a subscription because the operator said so. Committed on return. */
    Removal remove(String newsletter, EmailAddress address);

    /** The reader's address, if the newsletter has or had them: what the page for leaving shows. */
    Optional<EmailAddress> address(String newsletter, long subscriber);

    /** The confirmed reader of a newsletter who has this address. */
    Optional<Subscriber> find(String newsletter, EmailAddress address);

    /** The confirmed reader of a newsletter who has this number. */
    Optional<Subscriber> find(String newsletter, long subscriber);

    /**
     * Some confirmed readers of a newsletter: those whose address begins so, in the order of addresses, then those whose
     * name does, in the order of names. Quick however many there are.
     *
     * @param most at most so many
     */
    List<Subscriber> beginning(String newsletter, Beginning word, int most);

    /** Every subscription of a newsletter in the order of addresses; one at a time, never all in memory. */
    void each(String newsletter, Consumer<Row> row);

    /** How many subscriptions of a newsletter are in each state. */
    Map<SubscriptionState, Long> count(String newsletter);
}
