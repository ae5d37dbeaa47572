package gazette.cli;

import ch.qos.logback.classic.Level;

/** How much the log says, on standard error. */
final class Logging {
    /** Looked at when the first logger is made. */
    private static final String LEVEL = "gazette.log";

    private Logging() {}

    /** How much Gazette's own loggers say; nothing before one of the two below is called. */
    static Level level() {
        return Level.toLevel(System.getProperty(LEVEL), Level.OFF);
    }

    /** For commands: nothing, or each step when the person wants to see them. */
    static void forCommand(boolean verbose) {
        System.setProperty(LEVEL, verbose ? "DEBUG" : "OFF");
    }

    /** For a process that nobody watches: one line an event. */
    static void forService(boolean verbose) {
        System.setProperty(LEVEL, verbose ? "DEBUG" : "INFO");
    }
}
