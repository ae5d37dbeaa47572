package gazette.render;

import gazette.article.Span;
import gazette.article.Span.Look;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans that are being set as one text: each character knows whose it is. For one thread. */
final class Galley {
    /** What stands for a stretch of code while the text around it is set: to a rule it is one letter of a word. */
    private static final char CODE = 'x';

    private final List<Span> spans;
    private String text;
    private int[] owners;

    Galley(List<Span> spans) {
        this.spans = List.copyOf(spans);
        StringBuilder words = new StringBuilder();
        List<Integer> ends = new ArrayList<>();
        for (Span span : spans) {
            words.append(span.look() == Look.CODE ? String.valueOf(CODE) : span.words());
            ends.add(words.length());
        }
        this.text = words.toString();
        this.owners = new int[text.length()];
        for (int i = 0, from = 0; i < ends.size(); from = ends.get(i), i++) {
            Arrays.fill(owners, from, ends.get(i), i);
        }
    }

    /** Puts {@code replacement} wherever {@code pattern} is found, unless its first group was. */
    void replace(Pattern pattern, String replacement) {
        Matcher found = pattern.matcher(text);
        StringBuilder words = new StringBuilder();
        int[] whose = new int[text.length() + replacement.length()];
        int from = 0;
        while (found.find()) {
            if (found.group(1) == null) {
                whose = keep(words, whose, from, found.start());
                int owner = owner(found.start(), found.end());
                whose = room(whose, words.length() + replacement.length());
                Arrays.fill(whose, words.length(), words.length() + replacement.length(), owner);
                words.append(replacement);
                from = found.end();
            }
        }
        owners = keep(words, whose, from, text.length());
        text = words.toString();
    }

    /** The spans as they are now, those of which nothing is left out. */
    List<Span> spans() {
        StringBuilder[] words = new StringBuilder[spans.size()];
        Arrays.setAll(words, i -> new StringBuilder());
        for (int i = 0; i < text.length(); i++) {
            words[owners[i]].append(text.charAt(i));
        }
        List<Span> set = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            Span span = spans.get(i);
            if (span.look() == Look.CODE) {
                set.add(span);
            } else if (!words[i].isEmpty()) {
                set.add(new Span(words[i].toString(), span.look(), span.link()));
            }
        }
        return set;
    }

    private int[] keep(StringBuilder words, int[] whose, int from, int to) {
        int[] kept = room(whose, words.length() + to - from);
        System.arraycopy(owners, from, kept, words.length(), to - from);
        words.append(text, from, to);
        return kept;
    }

    private static int[] room(int[] whose, int length) {
        return length <= whose.length ? whose : Arrays.copyOf(whose, 2 * length);
    }

    /**
     * Who gets what is put between {@code from} and {@code to}: whose characters went; of blanks, a neighbour as well.
     * Plain words come first, so that no underline runs on into a blank; code has its own words alone.
     */
    private int owner(int from, int to) {
        boolean blank = text.substring(from, to).codePoints().allMatch(Character::isSpaceChar);
        int first = blank ? Math.max(0, from - 1) : from;
        int last = blank ? Math.min(text.length(), to + 1) : to;
        int best = owners[first];
        for (int i = first; i < last; i++) {
            if (rank(owners[i]) < rank(best)) {
                best = owners[i];
            }
        }
        return best;
    }

    private int rank(int owner) {
        Span span = spans.get(owner);
        return span.look() == Look.CODE ? 3 : (span.link().isPresent() ? 2 : 0) + (span.look() == Look.PLAIN ? 0 : 1);
    }
}
