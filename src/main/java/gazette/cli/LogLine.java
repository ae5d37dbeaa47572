package gazette.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An event of the log as a line: when in UTC, how bad, who, what; a failure's trace in the lines below. A pattern of
 * logback's would print the same, and take as long to read as a store to open. Safe to use from many threads.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {
    @Override
    public String doLayout(ILoggingEvent event) {
        String logger = event.getLoggerName();
        String failure = event.getThrowableProxy() == null
                ? ""
                : ThrowableProxyUtil.asString(event.getThrowableProxy()) + CoreConstants.LINE_SEPARATOR;
        return String.format(
                        Locale.ROOT,
                        "%s %-5s %s %s%n",
                        Time.FORMAT.format(Instant.ofEpochMilli(event.getTimeStamp())),
                        event.getLevel(),
                        logger.substring(logger.lastIndexOf('.') + 1),
                        event.getFormattedMessage())
                + failure;
    }

    /** Made with the first line: most commands have none. */
    private static final class Time {
        static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
                .withZone(ZoneOffset.UTC);
    }
}
