package gazette.web;

/** The pages cannot be served where they were to be: another program has the port, or the address is not ours. */
public final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTaken(String host, int port, Throwable cause) {
        super("cannot listen on " + host + ":" + port + ": free that port, or give another in web.listen", cause);
    }
}
