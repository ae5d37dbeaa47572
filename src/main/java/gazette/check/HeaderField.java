package gazette.check;

/**
 * A field of a message's head.
 *
 * @param name as it is written
 * @param raw all of it, name and folds with it, without the last line end; one character per octet (ISO 8859-1)
 * @param words its content unfolded, encoded words read
 */
public record HeaderField(String name, String raw, String words) {
    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** Its content unfolded, as it is written. */
    String content() {
        return raw.substring(Math.min(raw.length(), name.length() + 1))
                .replaceAll("\r?\n(?=[ \t])", "")
                .strip();
    }
}
