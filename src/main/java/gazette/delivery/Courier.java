package gazette.delivery;

import java.util.Iterator;

/**
 * What one connection does with its dispatches: a conversation, because message n+1 is announced before n has its
 * answer. Safe to use from many threads; each call has one connection at a time.
 */
public interface Courier {
    /**
     * Connects, then takes dispatches one after the other until there is none, and takes each turn with
     * {@code journal}. When this returns, a dispatch that was taken is settled, or was refused by the journal, or was
     * looked at by no server, and then is as it was before. Takes none while there is no session. Never throws for
     * network or peer trouble.
     *
     * @throws RuntimeException what {@code journal} or the store of letters threw, once all that can be is settled
     */
    Parting deliver(Iterator<Dispatch> claimed, Journal journal);

    /**
     * Closes every connection at once, and opens no more; what is in the gap becomes in doubt. Any thread may call it.
     */
    void drop();
}
