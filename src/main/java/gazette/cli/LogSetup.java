package gazette.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import org.slf4j.Logger;

/**
 * What the log says and where: one line an event, on standard error. Made by logback when the first logger is; without a
 * file, the reading of which takes as long as opening a store. Whoever wants it otherwise names a file of logback's own in
 * the system property {@code logback.configurationFile}.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {
    private static final String FILE = "logback.configurationFile";

    /** Called by logback alone. */
    public LogSetup() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty(FILE) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        context.getStatusManager().add(new NopStatusListener());
        level(context, "gazette", Logging.level());
        // Libraries speak up only when something is wrong; GreenMail and Jetty not even about a peer that hung up.
        level(context, "org.eclipse.jetty", Level.ERROR);
        level(context, "io.javalin", Level.OFF);
        level(context, "com.icegreen.greenmail", Level.OFF);
        level(context, "org.apache.hc", Level.OFF);
        // Both would tell of the same failure of a job.
        level(context, "org.quartz.core.ErrorLogger", Level.OFF);
        level(context, Logger.ROOT_LOGGER_NAME, Level.WARN);
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(standardError(context));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static void level(LoggerContext context, String logger, Level level) {
        context.getLogger(logger).setLevel(level);
    }

    private static ConsoleAppender<ILoggingEvent> standardError(LoggerContext context) {
        LayoutWrappingEncoder<ILoggingEvent> lines = new LayoutWrappingEncoder<>();
        LogLine layout = new LogLine();
        layout.setContext(context);
        layout.start();
        lines.setContext(context);
        lines.setCharset(UTF_8);
        lines.setLayout(layout);
        lines.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setName("stderr");
        appender.setTarget("System.err");
        appender.setEncoder(lines);
        appender.start();
        return appender;
    }
}
