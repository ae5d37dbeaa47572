package gazette.check;

import gazette.check.Finding.Level;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The form of a message on the wire: its lines, encoded words and parts. */
final class FormRules implements Rule {
    /** In octets without CRLF: RFC 5322 section 2.1.1. */
    private static final int LONGEST_LINE = 998;

    /** In characters, where a line can be folded: RFC 5322 section 2.1.1. */
    private static final int FOLD_AT = 78;

    /** In characters: RFC 2047 section 2. */
    private static final int LONGEST_WORD = 75;

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]+)\\?([BbQq])\\?([^?]*)\\?=");

    @Override
    public List<Finding> of(Specimen specimen) {
        return Stream.of(lineEnds(specimen), lines(specimen), words(specimen), parts(specimen), charsets(specimen))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Finding> lineEnds(Specimen specimen) {
        String raw = specimen.raw();
        boolean bare = Pattern.compile("(?<!\r)\n|\r(?!\n)").matcher(raw).find();
        if (!bare) {
            return List.of();
        }
        if (specimen.making().isEmpty() && !raw.contains("\r")) {
            return List.of(specimen.finding(
                    Level.INFO,
                    "line-ends-of-a-file",
                    Place.MESSAGE,
                    Sentence.of(
                            "its lines end in LF, as files do: nothing can be said of the line ends that servers get"),
                    Sentence.of("nothing, if it was saved from a mail program")));
        }
        return List.of(specimen.finding(
                Level.ERROR,
                "line-end-bare",
                Place.MESSAGE,
                Sentence.of("a line ends in CR or LF alone: servers refuse it, or let a second message be smuggled in"),
                Sentence.of("end every line in CR LF (RFC 5321 section 2.3.8)")));
    }

    private static List<Finding> lines(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        specimen.raw()
                .lines()
                .filter(line -> line.length() > LONGEST_LINE)
                .findFirst()
                .ifPresent(line -> findings.add(specimen.finding(
                        Level.ERROR,
                        "line-too-long",
                        Place.MESSAGE,
                        Sentence.of(
                                "a line has {0} octets, more than {1}: servers break it anywhere, or refuse the message",
                                line.length(), LONGEST_LINE),
                        Sentence.of("encode the part in quoted-printable or base64"))));
        specimen.headers().stream()
                .filter(FormRules::isUnfolded)
                .forEach(field -> findings.add(specimen.finding(
                        Level.INFO,
                        "header-unfolded",
                        Place.header(field.name()),
                        Sentence.of("a line of it is longer than {0} characters and could be folded", FOLD_AT),
                        Sentence.of("fold it at a blank"))));
        return findings;
    }

    private static boolean isUnfolded(HeaderField field) {
        return field.raw()
                .lines()
                .anyMatch(line -> line.length() > FOLD_AT
                        && line.strip().replaceFirst("^[!-9;-~]+:\\s*", "").contains(" "));
    }

    private static List<Finding> words(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        for (HeaderField field : specimen.headers()) {
            Matcher word = WORD.matcher(field.raw());
            while (word.find()) {
                if (word.group().length() > LONGEST_WORD) {
                    findings.add(specimen.finding(
                            Level.WARN,
                            "encoded-word-long",
                            Place.header(field.name()),
                            Sentence.of(
                                    "an encoded word has {0} characters, more than {1}: some mail programs show it raw",
                                    word.group().length(), LONGEST_WORD),
                            Sentence.of("cut it in two, between two characters (RFC 2047 section 2)")));
                } else if (!isWhole(word)) {
                    findings.add(specimen.finding(
                            Level.WARN,
                            "encoded-word-broken",
                            Place.header(field.name()),
                            Sentence.of(
                                    "{0} ends in the middle of a character, or cannot be decoded: readers see question marks",
                                    Quote.of(word.group())),
                            Sentence.of("let each encoded word hold whole characters (RFC 2047 section 5)")));
                }
            }
        }
        return findings;
    }

    private static boolean isWhole(Matcher word) {
        try {
            byte[] octets = word.group(2).equalsIgnoreCase("B")
                    ? Base64.getDecoder().decode(word.group(3))
                    : unquoted(word.group(3));
            Charset.forName(word.group(1).replaceFirst("\\*.*", ""))
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets));
            return true;
        } catch (CharacterCodingException | IllegalArgumentException broken) {
            return false;
        }
    }

    private static byte[] unquoted(String content) {
        Matcher escaped = Pattern.compile("=([0-9A-Fa-f]{2})").matcher(content.replace('_', ' '));
        String octets = escaped.replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
        return octets.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<Finding> parts(Specimen specimen) {
        List<String> types =
                specimen.pieces().stream().map(Dissection.Piece::mediaType).toList();
        int text = types.indexOf("text/plain");
        int html = types.indexOf("text/html");
        if (html >= 0 && text < 0) {
            return List.of(specimen.finding(
                    Level.ERROR,
                    "text-part-missing",
                    Place.MESSAGE,
                    Sentence.of(
                            "it has no plain-text part: who reads without HTML sees nothing, and filters take it for spam"),
                    Sentence.of("send multipart/alternative with a text/plain part before the text/html one")));
        }
        List<Finding> findings = new ArrayList<>();
        if (html >= 0 && text > html) {
            findings.add(specimen.finding(
                    Level.ERROR,
                    "parts-out-of-order",
                    Place.MESSAGE,
                    Sentence.of(
                            "the HTML part comes before the plain-text part, so mail programs show the plain one as the better"),
                    Sentence.of("put the plain-text part first: the last is the best (RFC 2046 section 5.1.4)")));
        }
        if (html >= 0 && !types.contains("multipart/alternative")) {
            findings.add(specimen.finding(
                    Level.ERROR,
                    "alternative-missing",
                    Place.MESSAGE,
                    Sentence.of(
                            "text and HTML are not two forms of one message: mail programs show one after the other"),
                    Sentence.of("put them into multipart/alternative")));
        }
        return findings;
    }

    private static List<Finding> charsets(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        for (Dissection.Piece piece : specimen.pieces()) {
            if (piece.mediaType().matches("text/(?:plain|html)")) {
                charset(specimen, piece).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<Finding> charset(Specimen specimen, Dissection.Piece piece) {
        if (piece.charset().toLowerCase(Locale.ROOT).matches("utf-?8|us-ascii")) {
            return Optional.empty();
        }
        Sentence what = piece.charset().isEmpty()
                ? Sentence.named("charset-odd.none", "it names no character set: accents may come out as other letters")
                : Sentence.named(
                        "charset-odd.other",
                        "it names the character set {0}: accents may come out as other letters",
                        piece.charset());
        return Optional.of(specimen.finding(
                Level.WARN, "charset-odd", Place.part(piece.mediaType()), what, Sentence.of("write charset=UTF-8")));
    }
}
