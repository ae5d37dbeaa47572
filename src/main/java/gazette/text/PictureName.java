package gazette.text;

/**
 * The picture that a front matter asks for.
 *
 * @param line where it asks, counted from 1
 * @param file relative to the folder of the text, with {@code /}
 * @param alt what stands for the picture where it is not shown; may be empty
 */
record PictureName(int line, String file, String alt) {}
