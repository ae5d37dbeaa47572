package gazette.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A charset in which {@code <} is not the octet that it is in ASCII, told by the first octets of a document.
 *
 * @param from where the characters begin, after the byte order mark
 */
record WideCharset(Charset charset, int from) {
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset EBCDIC =
            CharsetName.read("IBM037").orElse(US_ASCII); // a part of the JDK that may be missing
    private static final Pattern DECLARED = Pattern.compile("encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)");

    /** Stands for any octet but zero. */
    private static final char ANY = '\uFFFF';

    /** First octets, as characters of those numbers, and what they show. */
    private record Sign(String first, WideCharset shown) {
        boolean isOn(byte[] octets) {
            return octets.length >= first.length()
                    && IntStream.range(0, first.length()).allMatch(at -> isOn(octets[at] & 0xFF, first.charAt(at)));
        }

        private static boolean isOn(int octet, char sign) {
            return sign == ANY ? octet != 0 : octet == sign;
        }
    }

    /** The longer before the shorter that they begin with. */
    private static final List<Sign> SIGNS = List.of(
            new Sign("\0\0\u00FE\u00FF", new WideCharset(UTF_32BE, 4)),
            new Sign("\u00FF\u00FE\0\0", new WideCharset(UTF_32LE, 4)),
            new Sign("\u00FE\u00FF", new WideCharset(UTF_16BE, 2)),
            new Sign("\u00FF\u00FE", new WideCharset(UTF_16LE, 2)),
            new Sign("\0\0\0" + ANY, new WideCharset(UTF_32BE, 0)),
            new Sign(ANY + "\0\0\0", new WideCharset(UTF_32LE, 0)),
            new Sign("\0" + ANY + "\0" + ANY, new WideCharset(UTF_16BE, 0)),
            new Sign(ANY + "\0" + ANY + "\0", new WideCharset(UTF_16LE, 0)),
            new Sign("Lo\u00A7\u0094", new WideCharset(EBCDIC, 0)));

    static Optional<WideCharset> marked(byte[] octets) {
        return SIGNS.stream()
                .filter(sign -> sign.isOn(octets))
                .findFirst()
                .map(Sign::shown)
                .map(shown -> shown.charset.equals(EBCDIC) ? shown.declared(octets) : shown);
    }

    /** EBCDIC comes in many charsets, all of which have the characters of a declaration in common. */
    private WideCharset declared(byte[] octets) {
        Matcher declared = DECLARED.matcher(new String(octets, 0, Math.min(400, octets.length), charset));
        return new WideCharset(
                declared.find()
                        ? CharsetName.read(declared.group(1))
                                .filter(theirs -> new String(octets, 0, 4, theirs).equals("<?xm"))
                                .orElse(charset)
                        : charset,
                from);
    }
}
