package gazette.render;

import gazette.article.Span;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Spaces text as printers do. Done twice it does no more than once; links, addresses, code and times are left alone.
 *
 * <p>French has a narrow no-break space (U+202F) before {@code ; ! ?} and a no-break space (U+00A0) before {@code :} and
 * inside {@code « »}, as the Imprimerie nationale has them; Canada sets {@code ; ! ?} close.
 */
public final class Typography {
    private static final String WIDE = "\u00A0";
    private static final String NARROW = "\u202F";

    /** What no rule looks into: the first alternative of each rule, so that it wins where both could begin. */
    private static final String KEPT = "("
            + String.join(
                    "|",
                    "`[^`]*`",
                    Field.BEGIN + "[^" + Field.END + "]*" + Field.END,
                    "(?i:(?:https?|ftp)://|www\\.|mailto:|tel:)[^\\s\\h«»<>\"]+",
                    "(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}._%+'-]++@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+",
                    "(?<![\\p{L}\\p{N}.-])(?:[\\p{L}\\p{N}-]++\\.)++[\\p{L}\\p{N}-]++/[^\\s\\h«»<>\"]*",
                    "(?<!\\d)\\d{1,2}:\\d{2}(?::\\d{2})?(?!\\d)",
                    "(?<![\\p{L}\\p{N}])[@#][\\p{L}\\p{N}_]+(?:'[\\p{L}\\p{N}_]+)?",
                    "&(?:#x?)?[0-9A-Za-z]+;")
            + ")";

    private static final String LETTER = "[\\p{L}\\p{M}]";
    private static final String AFTER_WORD = "(?<=[^\\s\\h(\\[{«“‘:;!?¿¡])";
    private static final String MARKS = "(?=[;!?]+(?:[\\s\\h»”’\"')\\]…,.]|\\z))";
    private static final String MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre"
            + "|décembre|janv\\.|févr\\.|avr\\.|juil\\.|sept\\.|oct\\.|nov\\.|déc\\.";

    private static final List<Rule> ALL_FRENCH = List.of(
            Rule.of("(?<=" + LETTER + ")'(?=[\\p{L}«])", "’"),
            Rule.of("(?<=(?<!" + LETTER + ")(?:[cdjlmnstCDJLMNST]|[qQ][uU]))'(?=\\p{N})", "’"),
            Rule.of("(?<![./\\\\])\\.{3}(?![./\\\\])", "…"),
            Rule.of("(?<=[^\\s\\h<!-])--(?![->])|(?<![<!-])--(?= |\\z)", "—"),
            Rule.of("(?<=[^\\s\\h(\\[{«“‘:/])\\h*(?=:(?:[\\s\\h«»“\"”]|\\z))", WIDE),
            Rule.of("(?<=«)\\h*(?=[^\\s\\h])|(?<=[^\\s\\h])\\h*(?=»)", WIDE),
            Rule.of("(?<=(?<![\\p{L}\\d.,])\\d{1,3}) (?=\\d{3}(?!\\d))", NARROW),
            Rule.of("(?<=\\d)\\h+(?=(?:[%‰€$£]|°C|h|min|kg|km)(?![\\p{L}\\p{N}]))", WIDE),
            Rule.of("(?<=\\d)(?=[%‰€$£](?![\\p{L}\\p{N}]))", WIDE),
            Rule.of("(?<=\\d\\h?h)\\h+(?=\\d\\d(?!\\d))", WIDE),
            Rule.of("(?<=(?<!\\p{L})[nN][°º])\\h*(?=\\d)", WIDE),
            Rule.of("(?<=(?<![\\p{L}\\p{N}.])pp?\\.)\\h+(?=\\d)", WIDE),
            Rule.of("(?<=(?<!" + LETTER + ")(?:MM?\\.|M(?:mes?|lles?|ᵉ|e)|Dr|Pr))\\h+(?=\\p{Lu})", WIDE),
            Rule.of("(?<=(?<!\\d)(?:\\d{1,2}|1er|1ᵉʳ))\\h+(?=(?:" + MONTHS + ")(?!\\p{L}))", WIDE));

    private static final List<Rule> FRANCE = with(Rule.of(AFTER_WORD + "\\h*" + MARKS, NARROW));
    private static final List<Rule> CANADA = with(Rule.of(AFTER_WORD + "\\h+" + MARKS, ""));

    private Typography() {}

    /** {@code text} in {@code language}: French is spaced as in France, Switzerland or Canada, others stay as they are. */
    public static String set(String text, Locale language) {
        return spaced(text, rules(language));
    }

    /**
     * {@code spans} of one paragraph in {@code language}, set as if they were one text: a rule sees over their ends. Code
     * stays as it is.
     */
    static List<Span> set(List<Span> spans, Locale language) {
        Galley galley = new Galley(spans);
        for (Rule rule : rules(language)) {
            galley.replace(rule.pattern(), rule.replacement());
        }
        return galley.spans();
    }

    /** {@code text} spaced as in France. */
    public static String french(String text) {
        return spaced(text, FRANCE);
    }

    /** {@code text} with U+00A0 for each U+202F: old terminals and some fonts of Outlook draw a box for the latter. */
    public static String withoutNarrowSpaces(String text) {
        return text.replace(NARROW, WIDE);
    }

    private static List<Rule> rules(Locale language) {
        if (!language.getLanguage().equals("fr")) {
            return List.of();
        }
        return language.getCountry().equals("CA") ? CANADA : FRANCE;
    }

    private static String spaced(String text, List<Rule> rules) {
        String spaced = text;
        for (Rule rule : rules) {
            spaced = rule.apply(spaced);
        }
        return spaced;
    }

    private static List<Rule> with(Rule marks) {
        return Stream.concat(ALL_FRENCH.stream(), Stream.of(marks)).toList();
    }

    private record Rule(Pattern pattern, String replacement) {
        static Rule of(String regex, String replacement) {
            return new Rule(Pattern.compile(KEPT + "|" + regex), replacement);
        }

        String apply(String text) {
            return pattern.matcher(text)
                    .replaceAll(
                            found -> Matcher.quoteReplacement(found.group(1) == null ? replacement : found.group()));
        }
    }
}
