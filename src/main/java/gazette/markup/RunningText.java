package gazette.markup;

import gazette.article.Prose;
import gazette.article.Span;
import gazette.article.Span.Look;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of one block while they are read, on one line. Blanks between words are one space, outside of emphasis and
 * links where there is a choice; a no-break blank stays one.
 */
final class RunningText {
    /** Before these and after « a blank does not break, whatever else stands beside it. */
    private static final String HELD = ":;!?»%€$";

    private final List<Span> spans = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private Look look = Look.PLAIN;
    private Optional<URI> link = Optional.empty();
    private boolean broken;
    private char noBreak;
    private String separator = "";
    private char last;

    /** Adds {@code text}, which has been {@linkplain Characters#clean cleaned}. */
    void add(String text, Look itsLook, Optional<URI> itsLink) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Characters.isBlank(c)) {
                broken = true;
            } else if (Characters.isNoBreak(c)) {
                noBreak = noBreak == 0 ? c : noBreak;
            } else {
                if (broken || noBreak != 0 || last == 0 || !separator.isEmpty() || i == 0) {
                    turnTo(itsLook, itsLink, gap(c));
                }
                words.append(c);
                last = c;
            }
        }
    }

    /** A blank, where an element ends that would stand apart. */
    void space() {
        broken = true;
    }

    /** {@code between} goes in before the next word, if there are words before it. */
    void separate(String between) {
        separator = last == 0 ? "" : between;
    }

    boolean isEmpty() {
        return last == 0;
    }

    /** What was read, and begins anew; empty when nothing of it would be seen. */
    Optional<Prose> take() {
        close();
        List<Span> taken = List.copyOf(spans);
        spans.clear();
        broken = false;
        noBreak = 0;
        separator = "";
        last = 0;
        boolean seen = taken.stream().anyMatch(span -> !isInvisible(span.words()));
        return seen ? Optional.of(new Prose(taken)) : Optional.empty();
    }

    /** Nothing but blanks, marks of direction and joiners. */
    private static boolean isInvisible(String words) {
        return words.chars()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || (c >= 0x200C && c <= 0x200F)
                        || c == 0x061C
                        || (c >= 0xFE00 && c <= 0xFE0F));
    }

    private String gap(char next) {
        String gap = gapAlone(next);
        String all = separator.isEmpty() ? gap : separator;
        broken = false;
        noBreak = 0;
        separator = "";
        return last == 0 ? "" : all;
    }

    private String gapAlone(char next) {
        if (noBreak == 0) {
            return broken ? " " : "";
        }
        boolean held = !broken || HELD.indexOf(next) >= 0 || last == '«';
        return held ? String.valueOf(noBreak) : " ";
    }

    /** Goes on with another look or link, with {@code gap} in front of it, or before it when that one is plain. */
    private void turnTo(Look itsLook, Optional<URI> itsLink, String gap) {
        if (look == itsLook && link.equals(itsLink)) {
            words.append(gap);
            return;
        }
        boolean together = link.equals(itsLink);
        boolean plainBefore = look == Look.PLAIN && (together || link.isEmpty());
        boolean plainAfter = itsLook == Look.PLAIN && (together || itsLink.isEmpty());
        Optional<URI> linkBetween = together ? itsLink : Optional.empty();
        if (plainBefore) {
            words.append(gap);
        }
        close();
        if (!plainBefore && !plainAfter && !gap.isEmpty()) {
            spans.add(new Span(gap, Look.PLAIN, linkBetween));
        }
        look = itsLook;
        link = itsLink;
        if (!plainBefore && plainAfter) {
            words.append(gap);
        }
    }

    private void close() {
        if (!words.isEmpty()) {
            spans.add(new Span(words.toString(), look, link));
            words.setLength(0);
        }
        look = Look.PLAIN;
        link = Optional.empty();
    }
}
