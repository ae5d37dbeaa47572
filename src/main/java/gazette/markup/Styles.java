package gazette.markup;

import gazette.article.Span.Look;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What the look of an element says of its words. */
final class Styles {
    private static final Set<String> EMPHASIS = Set.of("em", "i", "cite", "dfn", "var");
    private static final Set<String> STRONG = Set.of("strong", "b");
    private static final Set<String> CODE = Set.of("code", "kbd", "samp", "tt");

    private static final Pattern BLANKS = Pattern.compile("\\s");
    private static final Pattern HIDDEN =
            Pattern.compile("(?:^|;)(?:display:none|visibility:hidden|mso-hide:all)(?:!important)?(?:;|$)");
    private static final Pattern BOLD =
            Pattern.compile("(?:^|;)font-weight:(?:bold|bolder|[6-9]00)(?:!important)?(?:;|$)");
    private static final Pattern THIN = Pattern.compile("(?:^|;)font-weight:(?:normal|[1-4]00)(?:!important)?(?:;|$)");
    private static final Pattern SLANTED = Pattern.compile("(?:^|;)font-style:italic(?:!important)?(?:;|$)");

    /** Of a style attribute, in characters; the rest of a longer one says nothing. */
    private static final int READ = 2_000;

    private Styles() {}

    /** Whether a browser would show nothing of it. */
    static boolean hides(Element element) {
        return element.hasAttr("hidden")
                || element.hasClass("screen-reader-text")
                || (element.hasAttr("style") && HIDDEN.matcher(style(element)).find());
    }

    /** How it makes its words look; empty when it changes nothing. */
    static Optional<Look> look(Element element) {
        String name = element.normalName();
        String style = style(element);
        if (CODE.contains(name)) {
            return Optional.of(Look.CODE);
        }
        if (STRONG.contains(name) || (name.equals("span") && BOLD.matcher(style).find())) {
            return THIN.matcher(style).find() ? Optional.empty() : Optional.of(Look.STRONG);
        }
        boolean slanted = EMPHASIS.contains(name)
                || (name.equals("span") && SLANTED.matcher(style).find());
        return slanted ? Optional.of(Look.EMPHASIS) : Optional.empty();
    }

    private static String style(Element element) {
        String style = element.attr("style");
        if (style.isEmpty()) {
            return "";
        }
        String lower = style.substring(0, Math.min(READ, style.length())).toLowerCase(Locale.ROOT);
        return BLANKS.matcher(lower).replaceAll("");
    }
}
