package gazette.article;

import java.util.regex.Pattern;

/** A title for an article that has no headline. */
public final class Title {
    /** In characters, the ellipsis left out: what a phone shows of a title on two lines. */
    static final int LONGEST = 90;

    /** What looks odd before an ellipsis. */
    private static final Pattern LOOSE_END = Pattern.compile("[\\h,;:.…«“(–—-]+$");

    private Title() {}

    /** The first sentence of {@code lead}, cut at a word before {@value #LONGEST} characters, with an ellipsis. */
    public static String from(String lead) {
        String sentence = FirstSentence.of(lead);
        if (sentence.codePointCount(0, sentence.length()) <= LONGEST) {
            return sentence;
        }
        int longest = sentence.offsetByCodePoints(0, LONGEST);
        int cut = sentence.lastIndexOf(' ', longest);
        return LOOSE_END.matcher(sentence.substring(0, cut > 0 ? cut : longest)).replaceFirst("") + "…";
    }
}
