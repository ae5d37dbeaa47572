package gazette.article;

import java.util.regex.Pattern;

/** How a line begins and ends, which is most of what tells a headline from a sentence. */
public final class Punctuation {
    private static final String CLOSING = "»”’\"')]}›";
    private static final String ENDING = ".!?…。！？";
    private static final String OPEN = ",;:-–—";
    private static final Pattern ITEM = Pattern.compile("^[-–—―•·*▪◦‣●►>].*", Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile("^(?:\\S+://|www\\.)\\S+$");

    private Punctuation() {}

    /** Whether it is more than an ornament: there is a letter or a digit in it. */
    public static boolean saysSomething(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Whether it ends like a sentence: a full stop, an ellipsis, ! or ?, closing quotes and brackets aside. */
    public static boolean endsSentence(String text) {
        return ENDING.indexOf(last(text)) >= 0;
    }

    /** Whether it ends with ?, closing quotes aside. */
    public static boolean endsQuestion(String text) {
        return last(text) == '?';
    }

    /** Whether it ends in the middle: with a comma, a colon, a semicolon or a dash. */
    public static boolean staysOpen(String text) {
        return OPEN.indexOf(last(text)) >= 0;
    }

    /** Whether it begins like an item of a list or a line of a dialogue. */
    public static boolean beginsItem(String text) {
        return ITEM.matcher(text).matches();
    }

    /** Whether it goes on with what stood before: its first letter is small. A name such as {@code iPhone} is not. */
    public static boolean goesOn(String text) {
        if (text.isEmpty() || !Character.isLowerCase(text.codePointAt(0))) {
            return false;
        }
        int second = text.offsetByCodePoints(0, 1);
        return second == text.length() || !Character.isUpperCase(text.codePointAt(second));
    }

    /** Whether it could stand above a text: short, with a letter in it, neither an item nor a bare web address. */
    public static boolean isTitleLike(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                && text.codePoints().anyMatch(Character::isLetter)
                && !beginsItem(text)
                && !goesOn(text)
                && !staysOpen(text)
                && !ADDRESS.matcher(text).matches();
    }

    /** The last character that is neither a blank nor a closing quote or bracket; 0 when there is none. */
    private static int last(String text) {
        int end = text.length();
        while (end > 0) {
            char c = text.charAt(end - 1);
            if (CLOSING.indexOf(c) < 0 && !Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                return c;
            }
            end--;
        }
        return 0;
    }
}
