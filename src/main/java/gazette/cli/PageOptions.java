package gazette.cli;

import picocli.CommandLine.Option;

/** Where a command serves its web page, and whether a browser shows it. */
final class PageOptions {
    @Option(
            names = "--port",
            paramLabel = "N",
            converter = PortWord.class,
            description = "Of the web page (default: ${DEFAULT-VALUE}, or a free one).")
    private int port = 8025;

    @Option(names = "--no-open", description = "Do not open a browser.")
    private boolean noOpen;

    /** The port to begin with, if it is free; 0 for any. */
    int port() {
        return port;
    }

    /** Whether somebody wants to see the page at once. */
    boolean isOpened() {
        return !noOpen;
    }
}
