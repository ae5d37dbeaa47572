package gazette.render;

import java.util.List;

/** One instruction of a template as it is written. */
final class Instruction {
    /** Longer ones are cut: in characters. */
    private static final int WIDTH = 80;

    private Instruction() {}

    /** The one at {@code place} with its place, as one line such as {@code html.ftlh, line 3, column 5: ${reader.name?length}}. */
    static String at(Place place, TemplateFolder folder) {
        List<String> lines = folder.text(place.file()).orElse("").lines().toList();
        String line = place.line() <= lines.size() ? lines.get(place.line() - 1) : "";
        String words = line.substring(Math.min(place.column() - 1, line.length()));
        return "%s, line %d, column %d: %s".formatted(place.file(), place.line(), place.column(), whole(words));
    }

    private static String whole(String words) {
        int end = words.startsWith("${") ? end(words, '{', '}') : words.startsWith("<") ? end(words, '<', '>') : WIDTH;
        String whole = words.substring(0, Math.min(end, words.length()));
        return whole.length() > WIDTH ? whole.substring(0, WIDTH) + "…" : whole;
    }

    private static int end(String words, char open, char close) {
        int depth = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            depth += c == open ? 1 : c == close ? -1 : 0;
            if (c == close && depth == 0) {
                return i + 1;
            }
        }
        return words.length();
    }
}
