package gazette.render;

import java.io.IOException;

/** A template that went past one of its {@link RenderLimits}; the reason says which, as the end of a sentence. */
final class Overrun extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    Overrun(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
