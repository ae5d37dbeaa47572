package gazette.store;

import gazette.article.Article;
import gazette.delivery.Outbox;
import gazette.edition.Editions;
import gazette.edition.Plans;
import gazette.mail.EmailAddress;
import gazette.subscriber.Subscribers;

/** All ports of one store, and what a test does behind their backs. */
public interface World extends AutoCloseable {
    Subscribers subscribers();

    Editions editions();

    Plans plans();

    Outbox outbox();

    /** Keeps an article, or the new text of one. */
    void pickUp(Article article);

    /** Puts an address on the list of those never to mail. */
    void suppress(EmailAddress address);

    @Override
    void close();
}
