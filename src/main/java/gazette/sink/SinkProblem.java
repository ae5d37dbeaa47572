package gazette.sink;

/** The sink's own mailboxes could not be read. */
public final class SinkProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SinkProblem(String step, Throwable cause) {
        super(step + ": " + cause.getMessage(), cause);
    }
}
