package gazette.check;

/** Words of a message as a finding repeats them, in quotation marks. */
public record Quote(String words) implements Term {
    /** Enough to find the place by. */
    private static final int LONGEST = 60;

    /** On one line, cut where it is long. */
    static Quote of(String words) {
        return new Quote(cut(words.replaceAll("\\s+", " ").strip(), LONGEST));
    }

    /** At most {@code most} characters; what was cut shows by an ellipsis. */
    static String cut(String line, int most) {
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, most - 1)).strip() + "…";
    }

    @Override
    public void tell(Telling telling) {
        telling.add(telling.language().quoted(words));
    }
}
