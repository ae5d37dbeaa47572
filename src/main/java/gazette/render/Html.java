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
        StringBuilder tidy = new StringBuilder(html.length());
        html.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> tidy.append(line).append('\n'));
        return tidy.toString();
    }
}
