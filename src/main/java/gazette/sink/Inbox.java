package gazette.sink;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** Reads the sink's mailboxes as any mail program would: over IMAP. */
@SuppressWarnings("JavaUtilDate") // Jakarta Mail's own type for an instant
final class Inbox {
    /** A mailbox on this machine that takes longer to answer is broken. */
    private static final String TIME_LIMIT_MILLIS = "10000";

    private final Session session;
    private final String host;
    private final int port;

    Inbox(String host, int port) {
        Properties words = new Properties();
        words.setProperty("mail.imap.connectiontimeout", TIME_LIMIT_MILLIS);
        words.setProperty("mail.imap.timeout", TIME_LIMIT_MILLIS);
        this.session = Session.getInstance(words);
        this.host = host;
        this.port = port;
    }

    private interface Reading<T> {
        T read(Folder folder) throws MessagingException, IOException;
    }

    /** In the order in which they came. */
    List<CaughtMessage> messages(String address) {
        return inFolder(address, folder -> {
            List<CaughtMessage> messages = new ArrayList<>();
            for (Message message : fetched(folder, folder.getMessages())) {
                messages.add(read(address, folder, message));
            }
            return messages;
        });
    }

    Optional<CaughtMessage> message(MessageKey key) {
        return inFolder(key.address(), folder -> {
            Message message = ((UIDFolder) folder).getMessageByUID(key.uid());
            return message == null
                    ? Optional.empty()
                    : Optional.of(read(key.address(), folder, fetched(folder, message)[0]));
        });
    }

    /** Whole messages in one round trip; never their envelopes, which the server cannot make of broken ones. */
    private static Message[] fetched(Folder folder, Message... messages) throws MessagingException {
        FetchProfile whole = new FetchProfile();
        whole.add(UIDFolder.FetchProfileItem.UID);
        whole.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        whole.add(IMAPFolder.FetchProfileItem.MESSAGE);
        folder.fetch(messages, whole);
        return messages;
    }

    private CaughtMessage read(String address, Folder folder, Message message) throws MessagingException, IOException {
        MessageKey key = new MessageKey(address, ((UIDFolder) folder).getUID(message));
        byte[] raw = ((IMAPMessage) message).getMimeStream().readAllBytes();
        return MessageReader.read(key, message.getReceivedDate().toInstant(), raw, session);
    }

    private <T> T inFolder(String address, Reading<T> reading) {
        try (Store store = session.getStore("imap")) {
            store.connect(host, port, address, address);
            try (Folder folder = store.getFolder("INBOX")) {
                folder.open(Folder.READ_ONLY);
                return reading.read(folder);
            }
        } catch (MessagingException | IOException e) {
            throw new SinkProblem("reading the sink's mailbox", e);
        }
    }
}
