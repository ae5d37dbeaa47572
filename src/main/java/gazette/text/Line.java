package gazette.text;

/**
 * A line of a text file, and what it was taken for.
 *
 * @param number counted from 1, blank lines included, as an editor shows it
 * @param text as it stands in the file, without its line end
 */
public record Line(int number, Part part, String text) {}
