package gazette.sink;

/** The sink cannot listen where it was told to. */
public final class SinkPortTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int port;

    SinkPortTaken(String host, int port, Throwable cause) {
        super(
                "cannot listen for mail on " + host + ":" + port + " (" + cause.getMessage()
                        + "): give another port, or 0 for any that is free",
                cause);
        this.port = port;
    }

    /** The port that was asked for. */
    public int port() {
        return port;
    }
}
