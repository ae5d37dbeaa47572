package gazette.delivery;

import gazette.mail.EmailAddress;
import gazette.mail.HeaderText;
import jakarta.mail.internet.InternetHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

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

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern PLAIN_TEXT = Pattern.compile("(?!.*=\\?)[!-~]{1,76}( [!-~]{1,76})*");
    private static final Pattern ATOMS =
            Pattern.compile("(?!.*=\\?)[\\w!#$%&'*+/=?^`{|}~-]{1,60}( [\\w!#$%&'*+/=?^`{|}~-]{1,60})*");
    private static final Pattern QUOTABLE = Pattern.compile("(?!.*=\\?)[ -~]{1,60}");

    private final InternetHeaders fields = new InternetHeaders();
    private final List<String> lines = new ArrayList<>();

    /** An unstructured field: text for people (RFC 5322 section 2.2.1). */
    Headers text(String name, String text) {
        HeaderText.checked("the field " + name, text);
        return add(
                name,
                PLAIN_TEXT.matcher(text).matches() ? List.of(text.split(" ")) : EncodedWords.of(text, roomAfter(name)));
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
        if (ATOMS.matcher(words).matches()) {
            return List.of(words.split(" "));
        }
        return QUOTABLE.matcher(words).matches()
                ? List.of("\"" + words.replaceAll("([\"\\\\])", "\\\\$1") + "\"")
                : EncodedWords.of(words, room);
    }

    private static int roomAfter(String name) {
        return ENCODED_LINE - name.length() - 2;
    }

    private Headers add(String name, List<String> tokens) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name of a header field");
        }
        StringBuilder folded = new StringBuilder(name).append(':');
        int column = folded.length();
        for (String token : tokens) {
            int width = HeaderText.checked("the field " + name, token).getBytes(StandardCharsets.UTF_8).length;
            int limit = token.startsWith("=?") ? ENCODED_LINE : FOLD_AT;
            boolean folds = column > name.length() + 1 && column + 1 + width > limit;
            folded.append(folds ? "\r\n " : " ").append(token);
            column = (folds ? 0 : column) + 1 + width;
            if (column > MAX_LINE) {
                throw new IllegalArgumentException("the field " + name + " is longer than " + MAX_LINE + " octets");
            }
        }
        lines.add(folded.toString());
        fields.addHeaderLine(folded.toString());
        return this;
    }

    /** The fields, each with its name and folded; CRLF inside, none at the end. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** The same fields as Jakarta Mail holds them. */
    InternetHeaders fields() {
        return fields;
    }
}
