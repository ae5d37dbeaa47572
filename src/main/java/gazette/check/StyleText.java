package gazette.check;

/** The braces of a style block. */
final class StyleText {
    private StyleText() {}

    private static String bare(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\"[^\"\\n]*\"|'[^'\\n]*'", "''");
    }

    /** Whether an {@code @}-rule stands inside another, {@code @media} in {@code @media} say. */
    static boolean nests(String css) {
        String text = bare(css);
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '@' && depth > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a brace is open at the end, or closed that was never opened. */
    static boolean isUnbalanced(String css) {
        int depth = 0;
        for (char c : bare(css).toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth < 0) {
                return true;
            }
        }
        return depth != 0;
    }
}
