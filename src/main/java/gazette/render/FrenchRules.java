package gazette.render;

import static gazette.render.Replacement.BLANKS;
import static gazette.render.Replacement.LETTER;
import static gazette.render.Replacement.hold;
import static gazette.render.Replacement.holdNumber;
import static gazette.render.Replacement.put;
import static gazette.render.Replacement.putAtNumber;

import java.util.List;
import java.util.stream.Stream;

/**
 * French has a narrow no-break space (U+202F) before {@code ; ! ?} and a no-break space (U+00A0) before {@code :} and
 * inside {@code « »}, as the Imprimerie nationale has them; Canada sets {@code ; ! ?} close.
 */
final class FrenchRules {
    private static final String WIDE = "\u00A0";
    private static final String NARROW = "\u202F";

    private static final String AFTER_WORD = "(?<=[^\\s\\h(\\[{«“‘:;!?¿¡])";
    private static final String MARKS = "(?=[;!?]+(?:[\\s\\h»”’\"')\\]…,.]|\\z))";
    private static final String ELIDED = "(?i:[cdjlmnst]|(?:jus|lors|puis|quoi|pres)?qu)";
    private static final String UNITS =
            "%|‰|€|\\$|£|[kM]€|Md€|CHF|°[CF]|h|min|k?g|[kcm]?m[²³]?|ha|[kMGT]o" + "|[kMGT]?Wh?|[kMG]?Hz|[km]?V|mAh|dB";
    private static final String MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre"
            + "|décembre|janv\\.|févr\\.|avr\\.|juil\\.|sept\\.|oct\\.|nov\\.|déc\\.";

    private static final List<PrintersRule> BOTH = List.of(
            new DoubleQuotes("«»", "“”", DoubleQuotes.Open.NEVER),
            put("'", "'(?<=" + LETTER + "')(?=[\\p{L}«])", "’", "'"),
            put("'", "'(?<=(?<!" + LETTER + ")" + ELIDED + "')(?=[\\p{N}“\"" + Kept.MARK + "])", "’", "'"),
            EuropeanRules.ELLIPSIS,
            put("-", "--(?<=[^\\s\\h<!-]--)(?![->])|--(?<![<!-]--)(?= |\\z)", "—", "--"),
            put(BLANKS + ":", "(?<=[^\\s\\h(\\[{«“‘:/])\\h*(?=:(?:[\\s\\h«»“\"”]|\\z))", WIDE, ":"),
            put("", "(?<=«)\\h*(?=[^\\s\\h])|(?=[\\h»])(?<=[^\\s\\h])\\h*(?=»)", WIDE, "«", "»"),
            putAtNumber(" ", "(?<=(?<![\\p{L}\\d.,])\\d{1,3}) (?=\\d{3}(?!\\d))", NARROW),
            holdNumber("\\d", "(?:" + UNITS + ")(?![\\p{L}\\p{N}])"),
            put("%‰€$£°", "(?<=\\d)(?=(?:[%‰€$£]|°[CF])(?![\\p{L}\\p{N}]))", WIDE, "%", "‰", "€", "$", "£", "°"),
            holdNumber("\\d\\h?h", "\\d\\d(?!\\d)"),
            put(BLANKS + "0123456789", "(?<=(?<!\\p{L})[nN](?:[°º]|ᵒˢ?))\\h*(?=\\d)", WIDE, "°", "º", "ᵒ"),
            holdNumber("(?<![\\p{L}\\p{N}.])(?:pp?|art|chap|fig|vol|éd)\\.", "\\d"),
            hold(
                    "(?<!" + LETTER + ")(?:MM?\\.|M(?:mes?|lles?|gr|ᵉ|e)|Dr|Pr)",
                    "\\p{Lu}|(?:d['’]|de |du |des )\\p{L}",
                    "M",
                    "Dr",
                    "Pr"),
            hold("(?<![\\p{L}\\p{N}])[IVXL]{1,6}(?:er|ᵉʳ|e|ᵉ)", "siècles?(?!\\p{L})", "siècle"),
            holdNumber("(?<!\\d)(?:\\d{1,2}|1er|1ᵉʳ)", "(?:" + MONTHS + ")(?!\\p{L})"));

    /** France, Switzerland, Belgium and wherever else French is read. */
    static final List<PrintersRule> FRANCE =
            with(put(BLANKS + ";!?", AFTER_WORD + "\\h*" + MARKS, NARROW, ";", "!", "?"));

    /** Right after an address a mark would become a part of it. */
    static final List<PrintersRule> CANADA = with(
            put(BLANKS, AFTER_WORD + "(?<!" + Kept.MARK + ")\\h+" + MARKS, "", ";", "!", "?"),
            hold(String.valueOf(Kept.MARK), MARKS, ";", "!", "?"));

    private FrenchRules() {}

    private static List<PrintersRule> with(PrintersRule... marks) {
        return Stream.concat(BOTH.stream(), Stream.of(marks)).toList();
    }
}
