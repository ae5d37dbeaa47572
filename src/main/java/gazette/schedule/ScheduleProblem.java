package gazette.schedule;

/** The schedule's tables could not be read or written. */
public final class ScheduleProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScheduleProblem(String step, Throwable cause) {
        super(step + ": " + cause.getMessage(), cause);
    }
}
