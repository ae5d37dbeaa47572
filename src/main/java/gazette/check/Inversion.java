package gazette.check;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a message's colours as clients do that make a dark page of a light one by themselves, one by one and as
 * {@link Appearance#INVERTED} has them: what is drawn with them is what {@link ContrastRules} measure. Pictures stay.
 * Immutable.
 */
public final class Inversion {
    private static final Pattern PROPERTY = Pattern.compile("(?i)(?:(?<ground>background(?:-color)?)"
            + "|(?<ink>(?:-webkit-text-fill-)?color|text-decoration(?:-color)?)"
            + "|(?:border|outline|column-rule)(?:-[a-z]+){0,3})\\s*:");

    /** In a value: a string, an address, a colour's function, or a word. */
    private static final Pattern WORD =
            Pattern.compile("(?i)\"[^\"]*+\"?|'[^']*+'?|url\\([^)]*+\\)?" + "|(?:rgb|hsl)a?\\([^()]*+\\)|[#\\w.%-]++");

    private static final Appearance CLIENT = Appearance.INVERTED;

    private final ColourReader colours = new ColourReader();

    /** What such a client makes of the colour of a ground; what is no colour stays as it is written. */
    public String ground(String written) {
        return changed(written, CLIENT::ground);
    }

    /** What such a client makes of the colour of a text; what is no colour stays as it is written. */
    public String ink(String written) {
        return changed(written, CLIENT::ink);
    }

    /**
     * A style sheet, or the declarations of a {@code style} attribute, with the colours of grounds, texts and lines
     * changed; all else stays as it is. Takes time in proportion to its length.
     *
     * @param css without comments
     */
    public String styles(String css) {
        StringBuilder out = new StringBuilder(css.length() + css.length() / 8);
        Matcher property = PROPERTY.matcher(css);
        int at = 0;
        while (at < css.length()) {
            boolean isProperty = isWordsBeginning(css, at)
                    && property.region(at, css.length()).lookingAt();
            int end = isProperty ? endOfValue(css, property.end()) : after(css, at);
            if (isProperty && !isSelector(css, end)) {
                out.append(css, at, property.end());
                out.append(value(css.substring(property.end(), end), change(property)));
            } else {
                out.append(css, at, end);
            }
            at = end;
        }
        return out.toString();
    }

    private static boolean isSelector(String css, int end) {
        return end < css.length() && css.charAt(end) == '{';
    }

    private String value(String written, UnaryOperator<Colour> change) {
        return WORD.matcher(written).replaceAll(word -> Matcher.quoteReplacement(changed(word.group(), change)));
    }

    private static UnaryOperator<Colour> change(Matcher property) {
        if (property.group("ground") != null) {
            return CLIENT::ground;
        }
        return property.group("ink") != null ? CLIENT::ink : CLIENT::line;
    }

    private String changed(String written, UnaryOperator<Colour> change) {
        return colours.read(written)
                .filter(colour -> colour.alpha() > 0)
                .filter(colour -> !change.apply(colour).equals(colour))
                .map(colour -> change.apply(colour).css())
                .orElse(written);
    }

    private static boolean isWordsBeginning(String css, int at) {
        return at == 0 || !(Character.isLetterOrDigit(css.charAt(at - 1)) || "-_\\".indexOf(css.charAt(at - 1)) >= 0);
    }

    /** Where a value ends: before the brace or semicolon that is in no string and no bracket. */
    private static int endOfValue(String css, int from) {
        int depth = 0;
        int at = from;
        while (at < css.length()) {
            char c = css.charAt(at);
            if (depth == 0 && ";{}".indexOf(c) >= 0) {
                return at;
            }
            depth = Math.max(0, depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
            at = after(css, at);
        }
        return css.length();
    }

    /** Behind the string, the escaped character or the character that begins at {@code at}. */
    private static int after(String css, int at) {
        char c = css.charAt(at);
        int end = at + 1;
        if (c == '"' || c == '\'') {
            while (end < css.length() && css.charAt(end) != c && css.charAt(end) != '\n') {
                end += css.charAt(end) == '\\' ? 2 : 1;
            }
            end++;
        } else if (c == '\\') {
            end++;
        }
        return Math.min(end, css.length());
    }
}
