package gazette.check;

import java.util.Locale;

/** What a message says of dark screens. */
final class DarkMode {
    private DarkMode() {}

    /** Whether it has rules for them, or says that it is made for them. */
    static boolean isWritten(StyledHtml html) {
        return isDeclared(html)
                || html.rules().stream()
                        .flatMap(rule -> rule.conditions().stream())
                        .anyMatch(
                                condition -> condition.contains("prefers-color-scheme") && condition.contains("dark"));
    }

    /** Whether it says that it is made for them, so that clients lay a dark page below it. */
    static boolean isDeclared(StyledHtml html) {
        return html.document().select("meta[name=color-scheme]").stream()
                        .anyMatch(meta ->
                                meta.attr("content").toLowerCase(Locale.ROOT).contains("dark"))
                || html.rules().stream()
                        .flatMap(rule -> rule.declarations().stream())
                        .anyMatch(each -> each.property().equals("color-scheme")
                                && each.value().contains("dark"));
    }
}
