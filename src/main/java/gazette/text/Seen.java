package gazette.text;

/**
 * Something that readers see of a file, before it is known what block it went into.
 *
 * @param line that it stands on, counted from 1
 * @param words empty for a picture
 */
record Seen(int line, String words) {
    boolean isPicture() {
        return words.isEmpty();
    }
}
