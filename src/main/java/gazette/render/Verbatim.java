package gazette.render;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a template sees of lines whose breaks and blanks mean something. */
final class Verbatim {
    /** Columns a tab may take: mail programs make it eight, which leaves a phone no room. */
    private static final String TAB = "    ";
    /** Blanks that a mail program may swallow: those that begin a line, and all but the last of a row. */
    private static final Pattern SWALLOWED = Pattern.compile("^ +| (?= )");

    private static final String INDENT = "    ";
    /** For a line of the plain-text part, in characters. */
    private static final int ROOM = TextPart.WIDTH - INDENT.length();

    private Verbatim() {}

    /** {@code .lines} for the HTML part, which keeps their blanks; {@code .indented} lines that fit the plain-text part. */
    static Map<String, Object> map(String text) {
        List<String> lines = text.lines().map(Verbatim::clean).toList();
        return Map.of(
                "kind",
                "preformatted",
                "text",
                String.join("\n", lines),
                "lines",
                lines.stream().map(Verbatim::kept).toList(),
                "indented",
                lines.stream().flatMap(Verbatim::indented).toList());
    }

    private static String clean(String line) {
        return Clean.piece(line.replace("\t", TAB)).stripTrailing();
    }

    private static String kept(String line) {
        return SWALLOWED
                .matcher(line)
                .replaceAll(blanks -> "\u00A0".repeat(blanks.group().length()));
    }

    /** Folded behind a blank in the second half of the room, or else where the room ends; no blank of it goes. */
    private static Stream<String> indented(String line) {
        Stream.Builder<String> folded = Stream.builder();
        String rest = line;
        while (rest.codePointCount(0, rest.length()) > ROOM) {
            int end = rest.offsetByCodePoints(0, ROOM);
            int blank = rest.lastIndexOf(' ', end - 1) + 1;
            int cut = blank > end / 2 ? blank : end;
            folded.add(INDENT + rest.substring(0, cut));
            rest = rest.substring(cut);
        }
        return folded.add(INDENT + rest).build();
    }
}
