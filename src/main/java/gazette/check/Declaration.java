package gazette.check;

/**
 * One declaration of a style sheet or a {@code style} attribute.
 *
 * @param property in lower case
 * @param value without {@code !important}
 * @param line of the HTML part, from 1
 */
record Declaration(String property, String value, boolean isImportant, int line) {}
