package gazette.delivery;

import gazette.edition.EditionId;
import gazette.edition.InDoubtPolicy;
import gazette.subscriber.Subscriber;

/**
 * One edition owed to one subscriber, as a worker claims it.
 *
 * @param attempt the number of the attempt that it is claimed for, from 1
 * @param inDoubt what its newsletter does with a message in doubt
 */
public record Dispatch(DispatchId id, EditionId edition, Subscriber subscriber, int attempt, InDoubtPolicy inDoubt) {}
