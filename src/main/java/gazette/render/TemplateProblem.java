package gazette.render;

/** A template that cannot be rendered. The message names file, line and column, says what is wrong, and what to do. */
public final class TemplateProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean missing;

    private TemplateProblem(boolean missing, String message) {
        super(message);
        this.missing = missing;
    }

    /** The template, or one of its files, is not there. */
    public static TemplateProblem missing(String message) {
        return new TemplateProblem(true, message);
    }

    /** The template is there and fails. */
    public static TemplateProblem failed(String message) {
        return new TemplateProblem(false, message);
    }

    /** Whether a file is missing, which is a matter of settings; else the template's text is at fault. */
    public boolean isMissing() {
        return missing;
    }
}
