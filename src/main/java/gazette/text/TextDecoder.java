package gazette.text;

import gazette.article.Blanks;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out what a text file is written in. Newsrooms send UTF-8, UTF-16 from old word processors, and Windows-1252; there
 * is nothing in the file to say which, but for a byte order mark.
 */
final class TextDecoder {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern LINE_END = Pattern.compile("\\R");
    /** More than any newsroom writes: a novel has about 20 000. */
    private static final int MOST_LINES = 20_000;

    /** Where a page declares its charset, in octets. */
    private static final int PROLOGUE = 1024;

    private static final Pattern CHARSET = Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w.:-]+)");

    private static final char REPLACED = '\uFFFD';
    /** Ctrl-Z, the end of a text under DOS. */
    private static final char DOS_END = '\u001A';

    private TextDecoder() {}

    /** What a file holds: a text, or why it is none. */
    sealed interface Decoding {
        /** A text without byte order mark and without control characters, but for tabs and line ends. */
        record Text(String text) implements Decoding {}

        /** What is wrong with the file, and what to do. */
        record Refused(String why) implements Decoding {}
    }

    /**
     * Strict UTF-8, or UTF-16 where a byte order mark says so; what is neither is Windows-1252, whose five octets without
     * a character (0x81, 0x8D, 0x8F, 0x90, 0x9D) become U+FFFD, so that readers see that something was there. What is
     * beyond ASCII in more than half of its octets is a picture, an archive or in another alphabet, and refused.
     */
    static Decoding decode(byte[] octets) {
        if (octets.length == 0) {
            return new Decoding.Refused("the file is empty: write the text into it, or delete it");
        }
        if (startsWith(octets, 0xFF, 0xFE) || startsWith(octets, 0xFE, 0xFF)) {
            return strictly(StandardCharsets.UTF_16, octets)
                    .map(TextDecoder::checked)
                    .orElseGet(() ->
                            new Decoding.Refused("the file begins like UTF-16 and then is none: save it as UTF-8"));
        }
        if (hasNul(octets)) {
            return new Decoding.Refused("the file holds octets of zero: it is no text, or UTF-16 without its mark;"
                    + " save it as plain text in UTF-8");
        }
        return strictly(StandardCharsets.UTF_8, octets)
                .map(TextDecoder::checked)
                .orElseGet(() -> notUtf8(octets));
    }

    /**
     * As {@link #decode}; what is neither UTF-8 nor UTF-16 is what the page itself declares, and Windows-1252 where it
     * declares nothing. A page that is UTF-8 is read as such whatever it declares: somebody saved it anew.
     */
    static Decoding decodePage(byte[] octets) {
        Decoding decoding = decode(octets);
        boolean open = octets.length > 0 && !startsWith(octets, 0xFF, 0xFE) && !startsWith(octets, 0xFE, 0xFF);
        if (!open || strictly(StandardCharsets.UTF_8, octets).isPresent()) {
            return decoding;
        }
        return declared(octets)
                .map(charset -> checked(new String(octets, charset)))
                .orElse(decoding);
    }

    /** What a page says near its beginning; Latin-1 means Windows-1252, as in every browser. */
    static Optional<Charset> declared(byte[] octets) {
        String head = new String(octets, 0, Math.min(octets.length, PROLOGUE), StandardCharsets.ISO_8859_1);
        Matcher charset = CHARSET.matcher(head);
        if (!charset.find() || charset.group(1).toLowerCase(Locale.ROOT).startsWith("utf")) {
            return Optional.empty();
        }
        try {
            Charset named = Charset.forName(charset.group(1));
            boolean latin = named.equals(StandardCharsets.ISO_8859_1) || named.equals(StandardCharsets.US_ASCII);
            return Optional.of(latin ? WINDOWS_1252 : named);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** Most characters beyond ASCII being good UTF-8, one that is not is an accident, and no sign of Windows-1252. */
    private static Decoding notUtf8(byte[] octets) {
        String asUtf8 = new String(octets, StandardCharsets.UTF_8);
        long broken = asUtf8.chars().filter(c -> c == REPLACED).count();
        long good = asUtf8.codePoints().filter(c -> c > 127 && c != REPLACED).count();
        if (good > broken) {
            return new Decoding.Refused("line " + lineOf(asUtf8, asUtf8.indexOf(REPLACED))
                    + " is no UTF-8, while the rest of the file is: correct its accents and save it as UTF-8");
        }
        return isMostlyAscii(octets)
                ? checked(new String(octets, WINDOWS_1252))
                : new Decoding.Refused(
                        "the file is a picture or the like and no text, or in an alphabet that it does not"
                                + " name: save it as plain text in UTF-8, or take it out of the folder");
    }

    /** As every language is that Windows-1252 was made for. */
    private static boolean isMostlyAscii(byte[] octets) {
        long beyond = 0;
        for (byte octet : octets) {
            beyond += octet < 0 ? 1 : 0;
        }
        return 2 * beyond <= octets.length;
    }

    private static Decoding checked(String text) {
        String plain = withoutMarks(text);
        int control = firstControl(plain);
        if (control >= 0) {
            return new Decoding.Refused(String.format(
                    "line %d holds the control character U+%04X: the file is no text, or the character must go",
                    lineOf(plain, control), (int) plain.charAt(control)));
        }
        if (hasTooManyLines(plain)) {
            return new Decoding.Refused("a text has " + MOST_LINES + " lines at most: split it, or put less into it");
        }
        return Blanks.isBlank(plain)
                ? new Decoding.Refused("the file holds nothing but blanks: write the text into it, or delete it")
                : new Decoding.Text(plain);
    }

    private static String withoutMarks(String text) {
        int from = text.startsWith("\uFEFF") ? 1 : 0;
        int to = text.length();
        while (to > from && text.charAt(to - 1) == DOS_END) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Counted without building them: a file of nothing but line ends would take a hundred times its size. */
    private static boolean hasTooManyLines(String text) {
        return LINE_END.matcher(text).results().limit(MOST_LINES + 1L).count() > MOST_LINES;
    }

    private static int firstControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lineEndOrTab = (c >= '\t' && c <= '\r') || c == '\u0085';
            if (Character.isISOControl(c) && !lineEndOrTab) {
                return i;
            }
        }
        return -1;
    }

    private static int lineOf(String text, int index) {
        return text.substring(0, index).split("\\R", -1).length;
    }

    private static Optional<String> strictly(Charset charset, byte[] octets) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(octets))
                    .toString());
        } catch (CharacterCodingException anotherCharset) {
            return Optional.empty();
        }
    }

    private static boolean hasNul(byte[] octets) {
        for (byte octet : octets) {
            if (octet == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] octets, int first, int second) {
        return octets.length >= 2 && octets[0] == (byte) first && octets[1] == (byte) second;
    }
}
