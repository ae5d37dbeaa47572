package gazette.text;

import java.util.Optional;

/**
 * A text taken apart before anybody looked into the folder that it lies in.
 *
 * @param reading without the pictures beside the text: a figure that shows one has an address of {@link Beside}
 * @param picture the file that the front matter names
 */
record Draft(TextReading reading, Optional<PictureName> picture) {}
