package gazette.render;

/** Words as HTML. */
final class Html {
    private Html() {}

    /** {@code text} such that it reads the same between tags and inside quoted attributes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** {@code html} without indentation, blank lines and blanks at line ends: they only weigh. */
    static String tidy(String html) {
        return html.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce("", (all, line) -> all + line + "\n");
    }
}
