package gazette.render;

import static gazette.render.Replacement.LETTER;
import static gazette.render.Replacement.hold;
import static gazette.render.Replacement.holdNumber;
import static gazette.render.Replacement.put;

import java.util.List;

/** What printers of German, Spanish, Italian and Portuguese do without asking: apostrophes, dots, and units held. */
final class EuropeanRules {
    static final PrintersRule ELLIPSIS = put(".", "\\.{3}(?<![./\\\\]\\.{3})(?![./\\\\])", "…", "...");

    private static final PrintersRule APOSTROPHE = put("'", "'(?<=" + LETTER + "')(?=\\p{L})", "’", "'");

    private static final String UNITS =
            "‰|€|\\$|£|°[CF]|h|min|k?g|mg|[kcm]?m[²³]?|km/h|ha|[kMGT]B|[kMGT]?Wh?|[kMG]?Hz" + "|EUR|USD|GBP|CHF";

    static final List<PrintersRule> GERMAN = List.of(
            APOSTROPHE,
            ELLIPSIS,
            held("%|Uhr|Mio\\.|Mrd\\."),
            holdNumber("(?<![\\p{L}\\p{N}])(?:Nr|S|Abs|Art|Bd)\\.", "\\d"),
            hold("(?<![\\p{L}\\p{N}])[zZ]\\.", "B\\.", "."),
            hold("(?<![\\p{L}\\p{N}])[dD]\\.", "h\\.", "."),
            hold("(?<![\\p{L}\\p{N}])[uU]\\.", "a\\.", "."),
            holdNumber(
                    "(?<![\\p{L}\\p{N}])\\d{1,2}\\.",
                    "(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September"
                            + "|Oktober|November|Dezember)(?!\\p{L})"));

    static final List<PrintersRule> SPANISH = List.of(
            APOSTROPHE,
            ELLIPSIS,
            held("%"),
            holdNumber("(?<![\\p{L}\\p{N}])(?:[nN]\\.º|pp?\\.|págs?\\.|art\\.)", "\\d"),
            hold("(?<![\\p{L}\\p{N}])(?:Sra?s?|Dra?)\\.", "\\p{Lu}", "."));

    static final List<PrintersRule> ITALIAN = List.of(
            APOSTROPHE,
            put(
                    "'",
                    "'(?<=(?<!" + LETTER + ")(?:un|[dlsnv]|dell|nell|all|dall|sull|quell|bell)')(?=[\\p{N}«“\""
                            + Kept.MARK + "])",
                    "’",
                    "'"),
            put("'", "'(?<=(?<!" + LETTER + ")[Pp]o')(?!\\p{L})", "’", "'"),
            put("'", "'(?<=(?<![\\p{L}\\p{N}])')(?=\\d\\d(?![\\p{L}\\p{N}'’]))", "’", "'"),
            ELLIPSIS,
            held("%"),
            holdNumber("(?<![\\p{L}\\p{N}])(?:[nN]\\.|pp?\\.|pagg?\\.|art\\.)", "\\d"));

    static final List<PrintersRule> PORTUGUESE = List.of(
            APOSTROPHE,
            ELLIPSIS,
            held("%"),
            holdNumber("(?<![\\p{L}\\p{N}])(?:[nN]\\.?º|pp?\\.|págs?\\.|art\\.)", "\\d"),
            hold("(?<![\\p{L}\\p{N}])(?:Sra?s?|Dra?)\\.", "\\p{Lu}", "."));

    private EuropeanRules() {}

    /** A number and a unit that are written apart, on one line; {@code own} are the language's own units. */
    static PrintersRule held(String own) {
        return holdNumber("\\d", "(?:" + UNITS + "|" + own + ")(?![\\p{L}\\p{N}])");
    }
}
