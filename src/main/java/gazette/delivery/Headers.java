package gazette.delivery;

import gazette.mail.EmailAddress;
import gazette.mail.HeaderText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The header fields of a message or of a part, in the order in which they were added. Nothing gets into a header but
 * through here: a name or a value with a line break or any other control character is refused. For one thread.
 */
final class Headers {
    /** Where a line is folded when it can be, in octets: RFC 5322 section 2.1.1. */
    private static final int FOLD_AT = 78;

    /** Where a line ends in any case, in octets: RFC 5322 section 2.1.1. */
    private static final int MAX_LINE = 998;

    /** Longest line with an encoded word (RFC 2047 section 2). */
    private static final int ENCODED_LINE = 76;

    /** Longest word that stands in a line as it is; beyond it, encoded words can be folded. */
    private static final int LONGEST_WORD = 76;

    /** The same in a phrase, where an address follows. */
    private static final int LONGEST_ATOM = 60;

    private static final String ATOM_SIGNS = "!#$%&'*+/=?^_`{|}~-";

    private final Octets lines = new Octets(256);

    /** An unstructured field: text for people (RFC 5322 section 2.2.1). */
    Headers text(String name, String text) {
        HeaderText.checked("the field " + name, text);
        boolean plain = isWords(text, LONGEST_WORD, Headers::isVisible);
        return add(name, plain ? List.of(text.split(" ")) : EncodedWords.of(text, roomAfter(name)));
    }

    /** A structured field of {@code tokens}, which a blank or a line break may part. */
    Headers tokens(String name, String... tokens) {
        return add(name, List.of(tokens));
    }

    /** A field with one address, and a name before it unless it is empty (RFC 5322 section 3.4). */
    Headers address(String name, String display, EmailAddress address) {
        return display.isEmpty() ? add(name, List.of(address.toString())) : phrase(name, display, "<" + address + ">");
    }

    /** A field of words for people and something in angle brackets. */
    Headers phrase(String name, String words, String bracketed) {
        HeaderText.checked("the field " + name, words);
        List<String> tokens = new ArrayList<>(words(words, roomAfter(name)));
        tokens.add(bracketed);
        return add(name, tokens);
    }

    private static List<String> words(String words, int room) {
        if (words.isEmpty()) {
            return List.of();
        }
        if (isWords(words, LONGEST_ATOM, Headers::isAtom)) {
            return List.of(words.split(" "));
        }
        return isQuotable(words) ? List.of(quoted(words)) : EncodedWords.of(words, room);
    }

    private static boolean isQuotable(String words) {
        return words.length() <= LONGEST_ATOM && words.chars().allMatch(c -> c == ' ' || isVisible(c)) && isBare(words);
    }

    private static String quoted(String words) {
        return "\"" + words.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Whether {@code text} is words of {@code allowed} characters, one blank between them, that nobody would decode. */
    private static boolean isWords(String text, int longest, IntPredicate allowed) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean parts = c == ' ' && width > 0;
            if (!parts && (width == longest || !allowed.test(c))) {
                return false;
            }
            width = parts ? 0 : width + 1;
        }
        return width > 0 && isBare(text);
    }

    private static boolean isBare(String text) {
        return !text.contains("=?");
    }

    private static boolean isVisible(int c) {
        return c > ' ' && c < 0x7F;
    }

    private static boolean isAtom(int c) {
        return isLetter(c) || (c >= '0' && c <= '9') || ATOM_SIGNS.indexOf(c) >= 0;
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static int roomAfter(String name) {
        return ENCODED_LINE - name.length() - 2;
    }

    private Headers add(String name, List<String> tokens) {
        checkName(name);
        lines.add(name).add(':');
        int column = name.length() + 1;
        for (String token : tokens) {
            int width = Utf8.length(HeaderText.checked("the field " + name, token));
            int limit = token.startsWith("=?") ? ENCODED_LINE : FOLD_AT;
            boolean folds = column > name.length() + 1 && column + 1 + width > limit;
            if (folds) {
                lines.lineEnd();
            }
            lines.add(' ').add(token);
            column = (folds ? 0 : column) + 1 + width;
            if (column > MAX_LINE) {
                throw new IllegalArgumentException("the field " + name + " is longer than " + MAX_LINE + " octets");
            }
        }
        lines.lineEnd();
        return this;
    }

    private static void checkName(String name) {
        boolean right = !name.isEmpty() && isLetter(name.charAt(0));
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            right &= isLetter(c) || (c >= '0' && c <= '9') || c == '-';
        }
        if (!right) {
            throw new IllegalArgumentException("'" + HeaderText.onOneLine(name) + "' is no name of a header field");
        }
    }

    /** The fields, each with its name, folded, and ended by CRLF. */
    byte[] octets() {
        return lines.toByteArray();
    }
}
