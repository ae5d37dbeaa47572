package gazette.studio;

import gazette.check.Inversion;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites a message's CSS for an appearance: conditions on the colour scheme become ones that always or never hold,
 * inside lists, {@code not} and {@code or} too; a colour scheme that is left to the reader's choice is chosen; addresses
 * are those that may be loaded; colours are inverted where mail programs do so. Strings and all else stay as they are.
 * Immutable.
 */
final class MailStyles {
    private static final Pattern SCHEME =
            Pattern.compile("(?i)\\(\\s*prefers-color-scheme\\s*(?::\\s*(dark|light)\\s*)?\\)");
    private static final Pattern OWN_SCHEME = Pattern.compile("(?i)(color-scheme\\s*:)([^;{}]*)");
    private static final Pattern URL =
            Pattern.compile("(?i)url\\(\\s*(?:\"([^\"\\n]*)\"|'([^'\\n]*)'|([^\\s\"'()]*))\\s*\\)");
    private static final String HOLDS = "(min-width: 0px)";
    private static final String NEVER_HOLDS = "(max-width: 0px)";

    private final boolean isDark;
    private final Function<String, String> addresses;
    private final Optional<Inversion> inversion;

    /**
     * @param addresses what {@code url()} says instead of what it was written with; empty for nothing at all
     */
    MailStyles(Appearance look, Function<String, String> addresses) {
        this.isDark = look == Appearance.DARK;
        this.addresses = addresses;
        this.inversion = look == Appearance.INVERTED ? Optional.of(new Inversion()) : Optional.empty();
    }

    /** What is done to colours, if anything. */
    Optional<Inversion> inversion() {
        return inversion;
    }

    /** A style sheet, the declarations of an attribute, or a media query. It cannot end the element that it stands in. */
    String rewritten(String css) {
        String plain = withoutComments(css);
        StringBuilder out = new StringBuilder(plain.length());
        int at = 0;
        while (at < plain.length()) {
            at = next(plain, at, out);
        }
        String shown = inversion.map(each -> each.styles(out.toString())).orElseGet(out::toString);
        return shown.replace("</", "<\\/");
    }

    /** What stands at {@code at} goes to {@code out}; returns where it ends. */
    private int next(String css, int at, StringBuilder out) {
        char c = css.charAt(at);
        if (c == '"' || c == '\'') {
            return copy(css, at, endOfString(css, at), out);
        }
        if (c == '\\') {
            return copy(css, at, at + 2, out);
        }
        if (c == '@') {
            return afterLoading(css, at, out);
        }
        if (c == '(') {
            return found(SCHEME, css, at, out, scheme -> holds(scheme) ? HOLDS : NEVER_HOLDS);
        }
        if ((c == 'c' || c == 'C') && isWordsBeginning(css, at)) {
            return found(OWN_SCHEME, css, at, out, own -> own.group(1) + chosen(own.group(2)));
        }
        if ((c == 'u' || c == 'U') && isWordsBeginning(css, at)) {
            return found(URL, css, at, out, this::address);
        }
        return copy(css, at, at + 1, out);
    }

    /** Sheets and fonts from elsewhere are not loaded. */
    private static int afterLoading(String css, int at, StringBuilder out) {
        if (css.regionMatches(true, at, "@import", 0, "@import".length())) {
            return after(css, at, ';');
        }
        return css.regionMatches(true, at, "@font-face", 0, "@font-face".length())
                ? after(css, at, '}')
                : copy(css, at, at + 1, out);
    }

    private static int after(String css, int from, char end) {
        int at = from;
        while (at < css.length() && css.charAt(at) != end) {
            at = css.charAt(at) == '"' || css.charAt(at) == '\'' ? endOfString(css, at) : at + 1;
        }
        return Math.min(at + 1, css.length());
    }

    private static int found(
            Pattern pattern, String css, int at, StringBuilder out, Function<Matcher, String> instead) {
        Matcher matcher = pattern.matcher(css).region(at, css.length());
        if (!matcher.lookingAt()) {
            return copy(css, at, at + 1, out);
        }
        out.append(instead.apply(matcher));
        return matcher.end();
    }

    private static int copy(String css, int from, int to, StringBuilder out) {
        int end = Math.min(to, css.length());
        out.append(css, from, end);
        return end;
    }

    private static boolean isWordsBeginning(String css, int at) {
        return at == 0 || !(Character.isLetterOrDigit(css.charAt(at - 1)) || "-_\\".indexOf(css.charAt(at - 1)) >= 0);
    }

    /** Without a value it asks whether there is a choice at all. */
    private boolean holds(Matcher scheme) {
        String asked = scheme.group(1);
        return asked == null || asked.equalsIgnoreCase("dark") == isDark;
    }

    /** Of {@code light dark} the one that the reader would choose; else what is written. */
    String chosen(String schemes) {
        String written = schemes.toLowerCase(Locale.ROOT);
        if (!written.contains("light") || !written.contains("dark")) {
            return schemes;
        }
        return (isDark ? " dark" : " light") + (written.contains("!important") ? " !important" : "");
    }

    private String address(Matcher url) {
        for (int group = 1; group <= 3; group++) {
            String written = url.group(group);
            if (written != null) {
                String address = addresses.apply(written.strip());
                return address.isEmpty() ? "none" : "url(\"" + address.replaceAll("[\"\\\\\\n<>]", "") + "\")";
            }
        }
        return "none";
    }

    /** A string ends at its quote, or unfinished at the end of its line. */
    private static int endOfString(String css, int open) {
        for (int i = open + 1; i < css.length(); i++) {
            char c = css.charAt(i);
            if (c == css.charAt(open) || c == '\n') {
                return i + 1;
            }
            if (c == '\\') {
                i++;
            }
        }
        return css.length();
    }

    /** A blank for each comment, and for the brackets that hid styles from programs of 1996. */
    private static String withoutComments(String css) {
        StringBuilder plain = new StringBuilder(css.length());
        int at = 0;
        while (at < css.length()) {
            char c = css.charAt(at);
            if (css.startsWith("/*", at)) {
                int close = css.indexOf("*/", at + 2);
                at = close < 0 ? css.length() : close + 2;
                plain.append(' ');
            } else if (c == '"' || c == '\'') {
                at = copy(css, at, endOfString(css, at), plain);
            } else {
                at = copy(css, at, at + (c == '\\' ? 2 : 1), plain);
            }
        }
        return plain.toString().replace("<!--", " ").replace("-->", " ");
    }
}
