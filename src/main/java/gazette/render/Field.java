package gazette.render;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A personal place in a variant. A template prints it as {@code ${reader.name}}; the variant then holds its marker, and
 * each message is made by putting the reader's value there.
 *
 * <p>A marker stands between two characters of the private use area, which no reader's mail program draws and which
 * {@link Renderer} takes out of articles.
 */
public final class Field {
    static final char BEGIN = '\uE0F0';
    static final char END = '\uE0F1';

    /** What a field may be called: small letters, digits, {@code -} and {@code _}. */
    static final Pattern NAME = Pattern.compile("[a-z0-9_-]+");

    private static final Pattern MARKER = Pattern.compile(BEGIN + "(" + NAME + ")" + END);

    private Field() {}

    /** The marker of the field called {@code name}, see {@link #NAME}. */
    static String marker(String name) {
        return BEGIN + name + END;
    }

    /**
     * {@code text} with the value of each of its fields in place of the marker, as it is: for subjects and plain text.
     */
    public static String fill(String text, Function<String, String> value) {
        return MARKER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
    }

    /** As {@link #fill}, each value escaped so that it is words in HTML, between tags and inside quoted attributes. */
    public static String fillHtml(String text, Function<String, String> value) {
        return fill(text, name -> Html.escaped(value.apply(name)));
    }
}
