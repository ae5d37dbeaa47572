package gazette.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a document is no feed, for a person: what it is, the rule, what to do. */
final class NoFeed {
    /** Most octets of a feed that is read: as many as the fetcher takes. */
    static final int MOST_OCTETS = 10 << 20;

    static final String PAGE =
            "this is a web page, not a feed: give the address of its feed, or `gazette sources add` with the page's address finds it";

    /** The first octets, as characters of those numbers, of what is sent in place of a feed by mistake. */
    private record Kind(String name, String first) {
        boolean isOf(byte[] octets) {
            return new String(octets, 0, Math.min(first.length(), octets.length), ISO_8859_1).equals(first);
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind("a picture (PNG)", "\u0089PNG"),
            new Kind("a picture (JPEG)", "\u00FF\u00D8\u00FF"),
            new Kind("a picture (GIF)", "GIF8"),
            new Kind("a picture or a film (RIFF)", "RIFF"),
            new Kind("a PDF document", "%PDF"),
            new Kind("a ZIP archive", "PK\u0003\u0004"),
            new Kind("compressed data (gzip)", "\u001F\u008B"),
            new Kind("an audio file (MP3)", "ID3"),
            new Kind("an audio file (Ogg)", "OggS"));

    private NoFeed() {}

    /** What can be told before the document is taken apart; empty when it may be a feed. */
    static Optional<String> atFirstSight(byte[] octets) {
        if (octets.length > MOST_OCTETS) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "the document has %,d octets, more than the %,d that a feed may have: ask its publisher for a shorter feed",
                    octets.length,
                    MOST_OCTETS));
        }
        return KINDS.stream()
                .filter(kind -> kind.isOf(octets))
                .map(kind -> "this is " + kind.name() + ", not a feed: give the address of an RSS, Atom or JSON feed")
                .findFirst();
    }

    /** What a document in which no tree was found is. */
    static String inWords(String head) {
        String start = Characters.legal(head).strip();
        if (start.isEmpty()) {
            return "the document is empty where a feed was expected: open its address in a browser; if it is empty there too, ask its publisher";
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return "this is JSON, but no JSON Feed: give the address of an RSS, Atom or JSON feed";
        }
        if (start.startsWith("<")) {
            return "this begins like a feed and has no content: open its address in a browser; if it is the same there, ask its publisher";
        }
        String first = start.lines().findFirst().orElse("");
        return "this is text without any markup, beginning with '"
                + first.substring(0, first.offsetByCodePoints(0, Math.min(60, first.codePointCount(0, first.length()))))
                + "', not a feed: give the address of an RSS, Atom or JSON feed";
    }
}
