package gazette.cli;

/** A command that cannot go on, with the words for the person who typed it. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    Refusal(ExitCode code, String words) {
        super(words);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }
}
