package gazette.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One rule of a style sheet, comments taken out.
 *
 * @param prelude selectors, or an at-rule's name and condition
 * @param body what stands between its braces
 */
record CssRule(String prelude, String body) {
    /** The rules of {@code css} in their order, those inside at-rules left inside; text after the last is dropped. */
    static List<CssRule> of(String css) {
        List<CssRule> rules = new ArrayList<>();
        int start = 0;
        int open = css.indexOf('{');
        while (open >= 0) {
            int close = closing(css, open);
            rules.add(new CssRule(oneLine(css.substring(start, open)), css.substring(open + 1, close)));
            start = Math.min(close + 1, css.length());
            open = css.indexOf('{', start);
        }
        return rules;
    }

    private static int closing(String css, int open) {
        int depth = 0;
        for (int i = open; i < css.length(); i++) {
            if (css.charAt(i) == '{') {
                depth++;
            } else if (css.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return css.length();
    }

    /** {@code a:b;c:d} */
    String declarations() {
        return Arrays.stream(body.split(";"))
                .map(CssRule::oneLine)
                .filter(declaration -> !declaration.isEmpty())
                .map(declaration -> declaration.replaceFirst("\\s*:\\s*", ":").replaceAll(",\\s+", ","))
                .collect(Collectors.joining(";"));
    }

    /** {@code .a, .b} taken apart. */
    List<String> selectors() {
        return Arrays.stream(prelude.split(",")).map(String::strip).toList();
    }

    /** The rule on a line, or an at-rule with each of its own on one. */
    String compact() {
        return prelude.startsWith("@media")
                ? prelude + "{\n" + of(body).stream().map(CssRule::compact).collect(Collectors.joining("\n")) + "\n}"
                : prelude + "{" + declarations() + "}";
    }

    /** The rule for Outlook.com, which marks what it recoloured by these two attributes and drops media queries. */
    String forOutlook() {
        String selectors = selectors().stream()
                .map(selector -> "[data-ogsc] " + selector + ",[data-ogsb] " + selector)
                .collect(Collectors.joining(","));
        return selectors + "{" + declarations() + "}";
    }

    private static String oneLine(String css) {
        return css.strip().replaceAll("\\s+", " ");
    }
}
