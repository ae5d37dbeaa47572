package gazette.web;

/** The pages cannot be served where they were to be: another program has the port, or the address is not ours. */
public final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTaken(Entrance entrance, Throwable cause) {
        super(
                "cannot listen on " + entrance.host() + ":" + entrance.port() + ": free that port, or give another in "
                        + entrance.setting(),
                cause);
    }
}
