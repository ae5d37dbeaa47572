package gazette.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags of a source in their order, as they were written: a browser's parser mends them without a word. */
final class Tags {
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    /** Those that HTML lets stand open. */
    private static final Set<String> MAY_STAY_OPEN = Set.of(
            "p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "dt", "dd", "option", "html", "head", "body");

    /** Comments, Outlook's conditions with what is in them, declarations, and what holds no tags. */
    private static final Pattern SKIPPED = Pattern.compile(
            "(?is)<!--.*?-->|<!\\[(?:if|endif).*?>|<!doctype[^>]*>|<(style|script|title)\\b[^>]*>.*?</\\1\\s*>");

    private static final Pattern TAG =
            Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9:-]*)((?:\"[^\"]*\"|'[^']*'|[^'\">])*)>");

    private Tags() {}

    /**
     * A tag that matches no other.
     *
     * @param offset in the source, in characters
     * @param trouble what is the matter with it, in words that follow its name
     */
    record Odd(String name, int offset, Sentence trouble) {}

    /** The first element that is not closed, or closed where it was not open. */
    static Optional<Odd> unclosed(String source) {
        Matcher tag = TAG.matcher(blanked(source));
        Deque<Odd> open = new ArrayDeque<>();
        while (tag.find()) {
            String name = tag.group(2).toLowerCase(Locale.ROOT);
            if (VOID.contains(name) || tag.group(3).endsWith("/")) {
                continue;
            }
            if (tag.group(1).isEmpty()) {
                open.push(new Odd(name, tag.start(), Sentence.named("html-unclosed.never", "is never closed")));
            } else {
                Optional<Odd> odd = closed(open, name, tag.start());
                if (odd.isPresent()) {
                    return odd;
                }
            }
        }
        return open.stream().filter(Tags::mustClose).findFirst();
    }

    private static boolean mustClose(Odd tag) {
        return !MAY_STAY_OPEN.contains(tag.name());
    }

    private static Optional<Odd> closed(Deque<Odd> open, String name, int offset) {
        if (open.stream().noneMatch(tag -> tag.name().equals(name))) {
            return Optional.of(new Odd("/" + name, offset, Sentence.named("html-unclosed.nothing", "closes nothing")));
        }
        while (!open.isEmpty()) {
            Odd top = open.pop();
            if (top.name().equals(name)) {
                return Optional.empty();
            }
            if (mustClose(top)) {
                return Optional.of(new Odd(
                        top.name(),
                        top.offset(),
                        Sentence.named("html-unclosed.open", "is still open at </{0}>", name)));
            }
        }
        return Optional.empty();
    }

    /** The same length, so that offsets stay. */
    private static String blanked(String source) {
        return SKIPPED.matcher(source).replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
    }
}
