package gazette.article;

/**
 * Lines whose breaks and blanks mean something: a program, a table in type. Typography leaves them as they are.
 *
 * @param text with {@code \n} between lines; never empty
 */
public record Preformatted(String text) implements Block {}
