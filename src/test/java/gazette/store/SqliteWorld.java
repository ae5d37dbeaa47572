package gazette.store;

import gazette.article.Article;
import gazette.delivery.Outbox;
import gazette.edition.Editions;
import gazette.edition.Plans;
import gazette.mail.EmailAddress;
import gazette.subscriber.Subscribers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;

/** A store in a file. */
final class SqliteWorld implements World {
    private final Store store;

    SqliteWorld(Path folder, Clock clock) {
        this(Store.open(folder.resolve("data/gazette.db"), clock));
    }

    SqliteWorld(Store store) {
        this.store = store;
    }

    Store store() {
        return store;
    }

    /** Runs SQL behind the ports' backs. */
    void sql(String sql) {
        try (Connection connection = store.borrowWriter();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    @Override
    public Subscribers subscribers() {
        return store.subscribers();
    }

    @Override
    public Editions editions() {
        return store.editions();
    }

    @Override
    public Plans plans() {
        return store.plans();
    }

    @Override
    public Outbox outbox() {
        return store.outbox();
    }

    @Override
    public void pickUp(Article article) {
        store.articles().keep(List.of(article));
    }

    @Override
    public void suppress(EmailAddress address) {
        sql("insert into suppression (address, reason, source, at) values ('" + address + "', 'BOUNCED', 'test', 0)");
    }

    @Override
    public void close() {
        store.close();
    }
}
