package gazette.check;

import java.util.List;

/**
 * One rule of a style block.
 *
 * @param conditions the at-rules that it stands in, such as {@code @media (max-width: 599px)}, the outermost first
 * @param selectors as they are written, without the commas between them; of a rule such as {@code @font-face} its name
 * @param line of the HTML part, from 1
 */
record StyleRule(List<String> conditions, List<String> selectors, List<Declaration> declarations, int line) {
    StyleRule {
        conditions = List.copyOf(conditions);
        selectors = List.copyOf(selectors);
        declarations = List.copyOf(declarations);
    }

    /** Whether it is for colour schemes alone, dark or light. */
    boolean isForColourScheme() {
        return conditions.stream().anyMatch(condition -> condition.contains("prefers-color-scheme"));
    }

    /** Whether it is {@code @font-face}, {@code @import} or the like, which select nothing. */
    boolean isAtRule() {
        return selectors.stream().anyMatch(selector -> selector.startsWith("@"));
    }
}
