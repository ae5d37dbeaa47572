package gazette.render;

import java.util.Optional;

/** A template that cannot be rendered. The message names file, line and column, says what is wrong, and what to do. */
public final class TemplateProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean missing;
    private final transient Optional<Place> place;

    private TemplateProblem(boolean missing, Optional<Place> place, String message) {
        super(message);
        this.missing = missing;
        this.place = place;
    }

    /** The template, or one of its files, is not there. */
    public static TemplateProblem missing(String message) {
        return new TemplateProblem(true, Optional.empty(), message);
    }

    /** The template is there and fails. */
    public static TemplateProblem failed(String message) {
        return new TemplateProblem(false, Optional.empty(), message);
    }

    /** The template is there and fails at {@code place}. */
    static TemplateProblem failedAt(Place place, String message) {
        return new TemplateProblem(false, Optional.of(place), message);
    }

    /** The instruction that failed; empty when it was not one, such as for a template that does not end. */
    public Optional<Place> place() {
        return place;
    }

    /** Whether a file is missing, which is a matter of settings; else the template's text is at fault. */
    public boolean isMissing() {
        return missing;
    }
}
