package gazette.render;

import static gazette.render.Replacement.BLANKS;
import static gazette.render.Replacement.LETTER;
import static gazette.render.Replacement.hold;
import static gazette.render.Replacement.holdNumber;
import static gazette.render.Replacement.put;

import java.util.List;
import java.util.stream.Stream;

/**
 * English has curly quotation marks and apostrophes. A dash is short and stands between spaces as in Britain, or long and
 * close as in the United States.
 */
final class EnglishRules {
    private static final String MONTHS =
            "January|February|March|April|May|June|July|August|September|October|November|December";
    private static final String CUT = "(?:'?[Tt](?:is|was|were|will)|til|till|em|cause|round|bout|neath)";
    private static final String END_OF_WORD = "(?![\\p{L}\\p{N}'’])";
    private static final String BROKEN_OFF = "--(?<=\\p{L}--)(?=[\"”'’](?![\\p{L}\\p{N}])|\\z)";
    private static final String SPACED_DASH =
            "(?:(?<=[^\\s\\h\\d-])\\h+--?\\h+(?=[^\\s\\h-])" + "|(?<=[^\\s\\h-])\\h+--?\\h+(?=[^\\s\\h\\d-]))";
    private static final String CLOSE_DASH =
            "--(?<=[\\p{L}\\p{N}\\p{M}.,!?…\"”'’)" + Kept.MARK + "]--)(?=[\\p{L}\\p{N}\"“'‘(" + Kept.MARK + "])";

    private static final List<PrintersRule> MARKS = List.of(
            put("'", "'(?<=(?<![\\p{L}\\p{N}])')n'(?![\\p{L}\\p{N}])", "’n’", "'n'"),
            put("'", "'(?<=" + LETTER + "')(?=\\p{L})", "’", "'"),
            put("'", "'(?<=[}\\p{N}" + Kept.MARK + "]')(?=s(?!\\p{L}))", "’", "'"),
            put("'", "'(?<=(?<![\\p{L}\\p{N}])')(?=" + CUT + END_OF_WORD + ")", "’", "'"),
            put("'", "'(?<=(?<![\\p{L}\\p{N}])')(?=\\d\\ds?(?![\\p{L}\\p{N}'’\"”]))", "’", "'"),
            new DoubleQuotes("“”", "“”", DoubleQuotes.Open.AT_THE_BEGINNING),
            new SingleQuotes(),
            EuropeanRules.held("%"),
            holdNumber("(?<!" + LETTER + ")(?:pp?\\.|[Nn]os?\\.)", "\\d"),
            hold("(?<![\\p{L}\\p{N}])(?:M(?:rs?|s)|Dr)\\.?", "\\p{Lu}", "M", "Dr"),
            holdNumber("(?<![\\p{L}\\p{N}])\\d{1,2}", "(?:" + MONTHS + ")(?!\\p{L})"),
            holdNumber("(?<!\\p{L})(?:" + MONTHS + ")", "\\d{1,2}(?![\\p{L}\\p{N}])"));

    static final List<PrintersRule> BRITISH = with("\u00A0– ");

    static final List<PrintersRule> AMERICAN = with("—");

    private EnglishRules() {}

    private static List<PrintersRule> with(String dash) {
        return Stream.concat(
                        Stream.of(
                                EuropeanRules.ELLIPSIS,
                                put("-", "--(?<=\\d--)(?=\\d)", "–", "--"),
                                put("-", BROKEN_OFF, "—", "--"),
                                put(BLANKS, SPACED_DASH, dash, "-"),
                                put("-", CLOSE_DASH, dash, "--")),
                        MARKS.stream())
                .toList();
    }
}
