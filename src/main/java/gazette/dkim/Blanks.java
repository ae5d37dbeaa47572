package gazette.dkim;

/** What canonicalization moves (RFC 6376 section 2.8). */
final class Blanks {
    private Blanks() {}

    /** A space or a tab. */
    static boolean isBlank(int octet) {
        return octet == ' ' || octet == '\t';
    }

    /** Neither a blank nor half of a line end. */
    static boolean isVisible(int octet) {
        return !isBlank(octet) && octet != '\r' && octet != '\n';
    }
}
