package gazette.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Matches of a pattern in a text, tried only where one can begin: most characters are letters. For one thread. */
final class Search {
    private final String text;
    private final String starts;
    private final Matcher matcher;
    private boolean found;
    private int next;

    /** @param starts the characters that a match begins at; empty: any */
    Search(String text, Pattern pattern, String starts) {
        this.text = text;
        this.starts = starts;
        this.matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }

    /** Goes on to the next match, if there is one. */
    boolean find() {
        boolean more = starts.isEmpty() ? matcher.find() : findAtStart();
        found |= more;
        return more;
    }

    boolean hasFound() {
        return found;
    }

    int start() {
        return matcher.start();
    }

    int end() {
        return matcher.end();
    }

    private boolean findAtStart() {
        for (; next < text.length(); next++) {
            char sign = text.charAt(next);
            if ((sign < 'a' || sign > 'z') && starts.indexOf(sign) >= 0) {
                matcher.region(next, text.length());
                if (matcher.lookingAt()) {
                    next = Math.max(next + 1, matcher.end());
                    return true;
                }
            }
        }
        return false;
    }
}
