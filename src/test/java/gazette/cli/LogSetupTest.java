package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
final class LogSetupTest {
    private static final String FILE = "logback.configurationFile";

    private final LoggerContext context = new LoggerContext();

    @AfterEach
    void stop() {
        context.stop();
        System.clearProperty(FILE);
        Logging.forCommand(false);
    }

    @Test
    void isFoundByLogback() {
        assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(LogSetup.class);
    }

    @Test
    void anEventIsALineOnStandardErrorWithItsTimeInUtc() {
        new LogSetup().configure(context);

        Logger logger = context.getLogger("gazette.delivery.Delivery");
        LoggingEvent event = new LoggingEvent(
                getClass().getName(), logger, Level.INFO, "édition n° {} envoyée", null, new Object[] {7});
        event.setInstant(Instant.parse("2026-03-01T06:00:00.250Z"));
        ConsoleAppender<ILoggingEvent> appender =
                (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("stderr");
        assertThat(appender.getTarget()).isEqualTo("System.err");
        assertThat(appender.isStarted()).isTrue();
        assertThat(new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8))
                .isEqualTo("2026-03-01T06:00:00.250Z INFO  Delivery édition n° 7 envoyée" + System.lineSeparator());
    }

    @Test
    void aFailureIsTracedInTheLinesBelow() {
        Logger logger = context.getLogger("Plain");
        LoggingEvent event = new LoggingEvent(
                getClass().getName(), logger, Level.ERROR, "cannot", new IllegalStateException("why"), null);
        event.setInstant(Instant.parse("2026-03-01T06:00:00Z"));

        assertThat(new LogLine().doLayout(event).lines())
                .startsWith("2026-03-01T06:00:00.000Z ERROR Plain cannot", "java.lang.IllegalStateException: why")
                .element(2)
                .asString()
                .startsWith("\tat gazette.cli.LogSetupTest");
        assertThat(new LogLine().doLayout(event)).endsWith(System.lineSeparator());
    }

    @Test
    void aProcessThatNobodyWatchesSaysWhatHappensAndNotEachStep() {
        Logging.forService(false);

        new LogSetup().configure(context);

        assertThat(context.getLogger("gazette.cli.RunCommand").getEffectiveLevel())
                .isEqualTo(Level.INFO);
    }

    @ParameterizedTest
    @CsvSource({
        "org.eclipse.jetty.server.Server, ERROR",
        "io.javalin.Javalin, OFF",
        "com.icegreen.greenmail.smtp.SmtpHandler, OFF",
        "org.apache.hc.client5.http.wire, OFF",
        "org.quartz.core.ErrorLogger, OFF",
        "org.quartz.core.QuartzScheduler, WARN",
        "gazette.cli.RunCommand, OFF"
    })
    void librariesSpeakUpOnlyWhenSomethingIsWrong(String logger, String level) {
        Logging.forCommand(false);

        assertThat(new LogSetup().configure(context)).isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);

        assertThat(context.getLogger(logger).getEffectiveLevel()).isEqualTo(Level.toLevel(level));
    }

    @Test
    void aPersonWhoWantsToSeeEachStepDoes() {
        Logging.forCommand(true);

        new LogSetup().configure(context);

        assertThat(context.getLogger("gazette.cli.RunCommand").getEffectiveLevel())
                .isEqualTo(Level.DEBUG);
    }

    @Test
    void aFileThatSomebodyNamedIsLeftToLogback() {
        System.setProperty(FILE, "mine.xml");

        assertThat(new LogSetup().configure(context)).isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);

        assertThat(context.getLogger("ROOT").iteratorForAppenders()).isExhausted();
    }
}
