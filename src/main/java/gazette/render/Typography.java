package gazette.render;

import gazette.article.Span;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sets text as printers of its language do: spaces that hold words together, apostrophes, dots, dashes, and where it is
 * sure, quotation marks. Done twice it does no more than once; addresses, code, names of files and accounts are left
 * alone. Only French and English have rules for dashes and quotation marks.
 */
public final class Typography {
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'(?=\\p{L})");
    private static final char WIDE = '\u00A0';
    private static final char NARROW = '\u202F';

    private Typography() {}

    /** {@code text} in {@code language}; as it is in a language without rules. */
    public static String set(String text, Locale language) {
        return set(List.of(Span.plain(text.isEmpty() ? " " : text)), language).stream()
                .map(Span::words)
                .collect(Collectors.joining())
                .substring(text.isEmpty() ? 1 : 0);
    }

    /**
     * {@code spans} of one paragraph in {@code language}, set as if they were one text: a rule sees over their ends. Code
     * stays as it is.
     */
    static List<Span> set(List<Span> spans, Locale language) {
        List<PrintersRule> rules = rules(language);
        if (rules.isEmpty()) {
            return spans;
        }
        Galley galley = new Galley(spans);
        rules.forEach(rule -> rule.set(galley));
        return galley.spans();
    }

    /** A proper name in any language: its apostrophes, and nothing else, for {@code Allô!} may be how it is written. */
    static String name(String words) {
        return APOSTROPHE.matcher(words).replaceAll("’");
    }

    /** {@code text} set as in France. */
    public static String french(String text) {
        return set(text, Locale.FRANCE);
    }

    /** {@code text} with U+00A0 for each U+202F: old terminals and some fonts of Outlook draw a box for the latter. */
    public static String withoutNarrowSpaces(String text) {
        return text.replace(NARROW, WIDE);
    }

    private static List<PrintersRule> rules(Locale language) {
        return switch (language.getLanguage()) {
            case "fr" -> language.getCountry().equals("CA") ? FrenchRules.CANADA : FrenchRules.FRANCE;
            case "en" ->
                DateWords.MONTH_FIRST.contains(language.getCountry()) ? EnglishRules.AMERICAN : EnglishRules.BRITISH;
            case "de" -> EuropeanRules.GERMAN;
            case "es" -> EuropeanRules.SPANISH;
            case "it" -> EuropeanRules.ITALIAN;
            case "pt" -> EuropeanRules.PORTUGUESE;
            default -> List.of();
        };
    }
}
