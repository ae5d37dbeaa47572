package gazette.cli;

/** How much the log says, on standard error. */
final class Logging {
    /** Read by {@code logback.xml} when the first logger is made. */
    private static final String LEVEL = "gazette.log";

    private Logging() {}

    /** For commands: nothing, or each step when the person wants to see them. */
    static void forCommand(boolean verbose) {
        System.setProperty(LEVEL, verbose ? "DEBUG" : "OFF");
    }

    /** For a process that nobody watches: one line an event. */
    static void forService(boolean verbose) {
        System.setProperty(LEVEL, verbose ? "DEBUG" : "INFO");
    }
}
