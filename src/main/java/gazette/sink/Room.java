package gazette.sink;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.Flags;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps the mailboxes, which are in memory, within bounds: the oldest message goes when a new one needs its room. Safe to
 * use from many threads; one lock guards the queue.
 */
final class Room {
    /** As much as a heap of 64 MB spares beside the rest: some 150 digests of 51 KB. */
    static final int MOST_OCTETS = 8 << 20;

    /** What a message takes besides its own octets, roughly. */
    private static final int OVERHEAD = 4096;

    private record Kept(GreenMailUser owner, long octets) {}

    private final ImapHostManager mailboxes;
    private final Deque<Kept> oldestFirst = new ArrayDeque<>();
    private long octets;

    Room(ImapHostManager mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** Makes room for a message that is about to be stored for {@code owner}. */
    synchronized void make(GreenMailUser owner, int size) throws FolderException {
        Kept coming = new Kept(owner, Math.max(size, 0) + (long) OVERHEAD);
        while (octets + coming.octets() > MOST_OCTETS && !oldestFirst.isEmpty()) {
            Kept going = oldestFirst.remove();
            octets -= going.octets();
            forgetOldest(mailboxes.getInbox(going.owner()));
        }
        oldestFirst.add(coming);
        octets += coming.octets();
    }

    private static void forgetOldest(MailFolder inbox) throws FolderException {
        long[] uids = inbox.getMessageUids();
        if (uids.length > 0) {
            inbox.setFlags(new Flags(Flags.Flag.DELETED), true, uids[0], null, true);
            inbox.expunge();
        }
    }
}
