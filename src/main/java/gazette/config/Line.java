package gazette.config;

import java.util.ArrayList;
import java.util.List;

/** One line of a text, apart from what ends it. */
record Line(String text, String end) {
    static Line of(String line) {
        String text = line.replaceAll("[\\r\\n]+$", "");
        return new Line(text, line.substring(text.length()));
    }

    boolean isBlank() {
        return text.isBlank();
    }

    boolean isComment() {
        return text.stripLeading().startsWith("#");
    }

    int indent() {
        return text.length() - text.stripLeading().length();
    }

    /** With their ends, of which a file may have several kinds. */
    static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean isEnd = text.charAt(i) == '\n'
                    || (text.charAt(i) == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (isEnd) {
                lines.add(text.substring(from, i + 1));
                from = i + 1;
            }
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }
}
