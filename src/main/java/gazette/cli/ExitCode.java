package gazette.cli;

/** What the process tells its caller: a contract, listed in the README. */
enum ExitCode {
    DONE(0),
    INTERNAL_ERROR(1),
    USAGE(2),
    CHECK_FAILED(3),
    NOTHING_TO_SEND(4),
    PARTLY_DONE(5),
    UNAVAILABLE(6),
    LOCKED(7),
    INTERRUPTED(130),
    TERMINATED(143);

    private final int value;

    ExitCode(int value) {
        this.value = value;
    }

    int value() {
        return value;
    }
}
