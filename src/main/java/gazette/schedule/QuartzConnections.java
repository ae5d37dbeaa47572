package gazette.schedule;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.quartz.CronScheduleBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.jdbcjobstore.CronTriggerPersistenceDelegate;
import org.quartz.impl.triggers.CronTriggerImpl;
import org.quartz.spi.OperableTrigger;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * Hands Quartz the store's connections, and reads its triggers back as {@link SlotTrigger}s.
 *
 * <p>The connections may come one at a time: Quartz is set up to take its own lock only once it has one, and never to
 * ask for a second. It closes each after its transaction.
 */
public final class QuartzConnections {
    static final String DATA_SOURCE = "gazette";

    private final Supplier<Connection> connections;

    /**
     * @param connections gives an open connection to a database with Quartz's tables, waiting for it if need be; called
     *     from Quartz's threads. Closing the connection gives it back.
     */
    public QuartzConnections(Supplier<Connection> connections) {
        this.connections = connections;
    }

    void register() {
        DBConnectionManager.getInstance().addConnectionProvider(DATA_SOURCE, new Provider(connections));
    }

    private record Provider(Supplier<Connection> connections) implements ConnectionProvider {
        @Override
        public Connection getConnection() {
            return connections.get();
        }

        @Override
        public void initialize() {}

        @Override
        public void shutdown() {} // the store closes what it opened
    }

    /** Keeps slot triggers in Quartz's table of cron triggers. Public because Quartz makes it by its name. */
    public static final class SlotTriggers extends CronTriggerPersistenceDelegate {
        /** Used by Quartz. */
        public SlotTriggers() {}

        @Override
        public String getHandledTriggerTypeDiscriminator() {
            return "SLOT";
        }

        @Override
        public boolean canHandleTriggerType(OperableTrigger trigger) {
            return trigger instanceof SlotTrigger;
        }

        @Override
        public TriggerPropertyBundle loadExtendedTriggerPropertiesFromResultSet(ResultSet row, TriggerKey key)
                throws SQLException {
            TriggerPropertyBundle cron = super.loadExtendedTriggerPropertiesFromResultSet(row, key);
            CronTriggerImpl read = (CronTriggerImpl) ((CronScheduleBuilder) cron.getScheduleBuilder()).build();
            return new TriggerPropertyBundle(
                    SlotTrigger.schedule(read.getCronExpression(), read.getTimeZone()), null, null);
        }
    }
}
