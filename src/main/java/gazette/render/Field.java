package gazette.render;

import gazette.mail.Percent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A personal place in a variant. A template prints it as {@code ${reader.name}}; the variant then holds its marker, and
 * each message is made by putting the reader's value there.
 *
 * <p>A marker stands between two characters of the private use area, which no reader's mail program draws and which
 * {@link Renderer} takes out of articles.
 *
 * @param name small letters, digits, {@code -} and {@code _}
 */
public record Field(Kind kind, String name) implements Piece {
    static final char BEGIN = '\uE0F0';
    static final char END = '\uE0F1';

    /** What a field may be called. */
    static final Pattern NAME = Pattern.compile("[a-z0-9_-]+");

    static final Pattern MARKER = Pattern.compile(BEGIN + "([a-z]):(" + NAME + ")" + END);

    /** What becomes of a value on its way into the message. */
    public enum Kind {
        /** It stands as it is. */
        TEXT('t'),
        /** It is words in HTML, between tags and inside quoted attributes. */
        HTML('h'),
        /** It is part of an address in plain text, percent-encoded as by FreeMarker's {@code ?url}. */
        URL('u'),
        /** It is part of an address in HTML: percent-encoded, then as words there. */
        LINK('l');

        /** What {@code ?url} leaves as it is: RFC 3986 section 2.3, and {@code ! ' ( ) *}. */
        private static final String KEPT_IN_URL = "-._~!'()*";

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        /** What becomes of {@code value}. */
        String of(String value) {
            return switch (this) {
                case TEXT -> value;
                case HTML -> Html.escaped(value);
                case URL -> Percent.encoded(value, KEPT_IN_URL);
                case LINK -> Html.escaped(URL.of(value));
            };
        }

        private static Kind of(char letter) {
            return Arrays.stream(values())
                    .filter(kind -> kind.letter == letter)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("a marker of the unknown kind " + letter));
        }
    }

    public Field {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a field cannot be called '" + name + "'");
        }
    }

    /** What stands for it in a stored variant. */
    String marker() {
        return "" + BEGIN + kind.letter + ':' + name + END;
    }

    /** Whether {@code text} holds a field. */
    static boolean isIn(String text) {
        return text.indexOf(BEGIN) >= 0;
    }

    @Override
    public String fill(Function<String, String> value) {
        return kind.of(FieldValue.of(value.apply(name)));
    }

    /** The constants and fields of a variant's HTML part, or of its subject, in their order. */
    public static List<Piece> pieces(String stored) {
        List<Piece> pieces = new ArrayList<>();
        Matcher marker = MARKER.matcher(stored);
        int from = 0;
        while (isFound(marker, stored, from)) {
            if (marker.start() > from) {
                pieces.add(new Constant(stored.substring(from, marker.start())));
            }
            pieces.add(new Field(Kind.of(marker.group(1).charAt(0)), marker.group(2)));
            from = marker.end();
        }
        if (from < stored.length()) {
            pieces.add(new Constant(stored.substring(from)));
        }
        return pieces;
    }

    /** Whether there is a marker at {@code from} or behind it; tried only where one can begin. */
    private static boolean isFound(Matcher marker, String stored, int from) {
        for (int at = stored.indexOf(BEGIN, from); at >= 0; at = stored.indexOf(BEGIN, at + 1)) {
            if (marker.region(at, stored.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /** What of {@code stored} is no marker. */
    static String without(String stored) {
        StringBuilder rest = new StringBuilder();
        Matcher marker = MARKER.matcher(stored);
        int from = 0;
        while (isFound(marker, stored, from)) {
            rest.append(stored, from, marker.start());
            from = marker.end();
        }
        return rest.append(stored, from, stored.length()).toString();
    }

    /**
     * {@code stored} with the value of each of its fields in place of the marker.
     *
     * @param value see {@link Piece#fill}
     */
    public static String fill(String stored, Function<String, String> value) {
        return pieces(stored).stream().map(piece -> piece.fill(value)).collect(Collectors.joining());
    }
}
