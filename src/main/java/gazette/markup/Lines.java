package gazette.markup;

import java.util.Optional;

/** Preformatted text: its line ends and blanks stay. */
final class Lines {
    private Lines() {}

    /** Without blank lines at both ends and blanks at the end of each line; empty when nothing is left. */
    static Optional<String> tidied(String text) {
        String clean = Characters.clean(text.replace("\r\n", "\n").replace('\r', '\n'));
        StringBuilder lines = new StringBuilder(clean.length());
        int blank = 0;
        for (String line : clean.split("\n", -1)) {
            String kept = line.stripTrailing();
            if (kept.isEmpty()) {
                blank++;
                continue;
            }
            lines.append("\n".repeat(lines.isEmpty() ? 0 : blank + 1)).append(kept);
            blank = 0;
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.toString());
    }
}
