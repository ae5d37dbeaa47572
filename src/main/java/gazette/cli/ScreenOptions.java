package gazette.cli;

/**
 * How a command speaks.
 *
 * @param json one document instead of lines
 * @param quiet only problems
 * @param colour whether escape sequences colour the text
 * @param terminal whether a person is watching and may be asked
 */
record ScreenOptions(boolean json, boolean quiet, boolean colour, boolean terminal) {}
