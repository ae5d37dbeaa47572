package gazette.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The octets of a document and the charset to read them in: what its byte order mark says, or else the server
 * (RFC 7303 section 3.2), or else its own declaration, as far as the octets bear it out; where nobody says, UTF-8, and
 * where it is none, Windows-1252.
 */
final class Decoding {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int HEAD = 1024;
    private static final Pattern PARAMETER =
            Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?\\s*([^\"';,\\s][^\"';,]*)");
    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml\\b[^>]{0,200}?\\bencoding\\s*=\\s*[\"']?\\s*([A-Za-z0-9][A-Za-z0-9._:+ -]*)");

    private final byte[] octets;
    private final int from;
    private final Charset charset;
    private final boolean isMixed;

    private Decoding(byte[] octets, int from, Charset charset, boolean isMixed) {
        this.octets = octets;
        this.from = from;
        this.charset = charset;
        this.isMixed = isMixed;
    }

    static Decoding of(byte[] octets, Optional<String> contentType) {
        return WideCharset.marked(octets)
                .map(wide -> new Decoding(octets, wide.from(), wide.charset(), false))
                .orElseGet(() -> ofOctets(octets, markLength(octets), contentType));
    }

    private static Decoding ofOctets(byte[] octets, int from, Optional<String> contentType) {
        Utf8 utf8 = Utf8.in(octets, from);
        Optional<Charset> declared = charset(DECLARED, head(octets, from));
        Optional<Charset> said = from > 0 ? Optional.of(UTF_8) : contentType.flatMap(type -> charset(PARAMETER, type));
        Optional<Charset> named = said.or(() -> declared);
        boolean isContradicted =
                named.filter(Decoding::isAnyonesDefault).isPresent() && utf8.isValid() && utf8.good() > 0;
        Charset charset = (isContradicted ? Optional.of(UTF_8) : named)
                .filter(candidate -> isBorneOut(candidate, octets, from, utf8))
                .orElse(utf8.isValid() || utf8.isMostly() ? UTF_8 : WINDOWS);
        if (charset.equals(UTF_8) && !utf8.isValid()) {
            return utf8.isMostly()
                    ? new Decoding(octets, from, UTF_8, true)
                    : new Decoding(octets, from, WINDOWS, false);
        }
        return new Decoding(octets, from, asBrowsersRead(charset, octets, from), false);
    }

    /** How many octets at the beginning are the byte order mark of UTF-8, which some write twice. */
    private static int markLength(byte[] octets) {
        int at = 0;
        while (at + 2 < octets.length
                && (octets[at] & 0xFF) == 0xEF
                && (octets[at + 1] & 0xFF) == 0xBB
                && (octets[at + 2] & 0xFF) == 0xBF) {
            at += 3;
        }
        return at;
    }

    /** A charset that servers and writers name without looking: octets that make UTF-8 by chance make no words in it. */
    private static boolean isAnyonesDefault(Charset charset) {
        return charset.equals(ISO_8859_1) || charset.equals(US_ASCII) || charset.equals(WINDOWS);
    }

    private static Optional<Charset> charset(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? CharsetName.read(found.group(1)).filter(Decoding::isOfOctets) : Optional.empty();
    }

    /** Whether an ASCII character is one octet in it, which it is where nothing has shown the contrary. */
    private static boolean isOfOctets(Charset charset) {
        return new String(new byte[] {'<', '?', 'x'}, charset).equals("<?x");
    }

    private static boolean isBorneOut(Charset charset, byte[] octets, int from, Utf8 utf8) {
        if (charset.equals(UTF_8)) {
            return true;
        }
        if (charset.equals(US_ASCII)) {
            return utf8.isValid() && utf8.good() == 0;
        }
        boolean isOneOctetEach = charset.newDecoder().maxCharsPerByte() == 1f
                && charset.newDecoder().averageCharsPerByte() == 1f;
        return isOneOctetEach || !(utf8.isValid() && utf8.good() > 0) || canRead(charset, octets, from);
    }

    private static boolean canRead(Charset charset, byte[] octets, int from) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(octets, from, octets.length - from));
            return true;
        } catch (CharacterCodingException otherwise) {
            return false;
        }
    }

    /** Latin-1 that uses the octets which it leaves to control characters is Windows-1252. */
    private static Charset asBrowsersRead(Charset charset, byte[] octets, int from) {
        if (!charset.equals(ISO_8859_1)) {
            return charset;
        }
        for (int at = from; at < octets.length; at++) {
            if ((octets[at] & 0xE0) == 0x80) {
                return WINDOWS;
            }
        }
        return charset;
    }

    private static String head(byte[] octets, int from) {
        return new String(octets, from, Math.min(HEAD, octets.length - from), ISO_8859_1);
    }

    String name() {
        return charset.name();
    }

    /** The first characters, about {@value #HEAD}. */
    String head() {
        return new String(octets, from, Math.min(4 * HEAD, octets.length - from), charset);
    }

    /** All characters, decoded as they are read. */
    Reader reader() {
        return isMixed
                ? new StringReader(text())
                : new InputStreamReader(new ByteArrayInputStream(octets, from, octets.length - from), charset);
    }

    /** All characters. */
    String text() {
        return isMixed ? Utf8.mixed(octets, from) : new String(octets, from, octets.length - from, charset);
    }
}
