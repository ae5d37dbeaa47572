package gazette.fetch;

/** Words of a stranger, as they may stand in a sentence of ours. */
final class Shown {
    private static final int LONGEST = 120;

    private Shown() {}

    /** At most 120 characters of {@code text}, none of which moves a cursor. */
    static String of(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7e\\u00a1-\\u02ff]", "?");
        return printable.length() > LONGEST ? printable.substring(0, LONGEST) + "…" : printable;
    }
}
