package gazette.studio;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a dropped file is called in the folder: nothing of the name that it came with leads anywhere else.
 *
 * @param stem letters, digits, {@code -} and {@code _}; at least one
 * @param ending with its dot
 */
record DroppedName(String stem, String ending) {
    private static final List<String> ENDINGS = List.of(".txt", ".md", ".markdown", ".html", ".htm");

    /** File systems take 255 octets; a letter has up to four. */
    private static final int LONGEST_STEM = 50;

    /** Empty for a file of another kind. */
    static Optional<DroppedName> of(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        String last = composed.substring(Math.max(composed.lastIndexOf('/'), composed.lastIndexOf('\\')) + 1);
        int dot = Math.max(0, last.lastIndexOf('.'));
        String ending = last.substring(dot).toLowerCase(Locale.ROOT);
        if (!ENDINGS.contains(ending)) {
            return Optional.empty();
        }
        String plain =
                last.substring(0, dot).replaceAll("[^\\p{L}\\p{N}_-]+", "-").replaceAll("^-+|-+$", "");
        int[] letters = plain.codePoints().limit(LONGEST_STEM).toArray();
        return Optional.of(
                new DroppedName(letters.length == 0 ? "article" : new String(letters, 0, letters.length), ending));
    }

    /** The name for the {@code n}-th file that is called so: {@code une.txt}, {@code une-2.txt}. */
    String numbered(int n) {
        return stem + (n == 1 ? "" : "-" + n) + ending;
    }
}
