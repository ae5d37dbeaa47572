package gazette.check;

/** Whether a mail program draws a feature. */
enum Support {
    YES('y'),
    PART('a'),
    NO('n'),
    /** It was tested, and nothing could be said. */
    UNKNOWN('u'),
    UNTESTED('.');

    private final char letter;

    Support(char letter) {
        this.letter = letter;
    }

    static Support of(char letter) {
        for (Support support : values()) {
            if (support.letter == letter) {
                return support;
            }
        }
        throw new IllegalArgumentException("support is '" + letter + "': it is one of y, a, n, u and .");
    }

    boolean isTested() {
        return this != UNKNOWN && this != UNTESTED;
    }
}
