package gazette.cli;

/** Where a command serves its web page, and whether a browser shows it. */
final class PageOptions {
    private int port = 8025;
    private boolean noOpen;

    /** Says what it takes. */
    void describe(Syntax syntax) {
        syntax.port("--port", "N", "Of the web page (default: " + port + ", or a free one).", value -> port = value);
        syntax.flag("--no-open", "Do not open a browser.", value -> noOpen = value);
    }

    /** The port to begin with, if it is free; 0 for any. */
    int port() {
        return port;
    }

    /** Whether somebody wants to see the page at once. */
    boolean isOpened() {
        return !noOpen;
    }
}
