package gazette.render;

import gazette.article.Span;
import gazette.article.Span.Look;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Spans that are being set as one text: each character knows whose it is. A stretch that is kept, and code, is one
 * {@link Kept#MARK} until the spans are asked for. For one thread.
 */
final class Galley {
    private final List<Span> spans;
    private final List<Stretch> kept = new ArrayList<>();
    private String text;
    private int[] owners;
    private Ascii ascii;

    /** Characters and whose each is. */
    private static final class Stretch {
        private final String text;
        private final int[] owners;

        Stretch(String text, int[] owners) {
            this.text = text;
            this.owners = owners;
        }

        void addTo(StringBuilder[] words) {
            for (int i = 0; i < text.length(); i++) {
                words[owners[i]].append(text.charAt(i));
            }
        }
    }

    Galley(List<Span> spans) {
        this.spans = List.copyOf(spans);
        Proof whole = new Proof();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            whole.add(span.look() == Look.CODE ? String.valueOf(Kept.MARK) : span.words(), i);
        }
        this.text = whole.text();
        this.owners = whole.owners();
        keep();
        this.ascii = Ascii.of(text);
    }

    /** The text as it is now. */
    String text() {
        return text;
    }

    /** Whether the text has {@code sign} in it now. */
    boolean holds(String sign) {
        return ascii.mayHold(sign.charAt(0)) && text.contains(sign);
    }

    /** Puts {@code replacement} wherever {@code pattern} is found at one of {@code starts}; where there are none, anywhere. */
    void replace(Pattern pattern, String starts, String replacement) {
        Search search = new Search(text, pattern, starts);
        Proof proof = new Proof();
        int from = 0;
        while (search.find()) {
            proof.add(text, owners, from, search.start());
            proof.add(replacement, replacement.isEmpty() ? 0 : owner(search.start(), search.end()));
            from = search.end();
        }
        if (search.hasFound()) {
            take(proof, from);
            ascii = Ascii.of(text);
        }
    }

    /** Puts {@code signs}, as many characters as there are, each in the place and the span of the one before. */
    void redraw(String signs) {
        if (signs.length() != text.length()) {
            throw new IllegalArgumentException("a redrawn text has as many characters");
        }
        text = signs;
        ascii = Ascii.of(text);
    }

    /** The spans as they are now, those of which nothing is left out. */
    List<Span> spans() {
        StringBuilder[] words = new StringBuilder[spans.size()];
        Arrays.setAll(words, i -> new StringBuilder());
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == Kept.MARK) {
                kept.get(next++).addTo(words);
            } else {
                words[owners[i]].append(text.charAt(i));
            }
        }
        return spans(words);
    }

    private List<Span> spans(StringBuilder[] words) {
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

    private void keep() {
        Proof proof = new Proof();
        int from = 0;
        for (Kept found : Kept.in(text)) {
            proof.add(text, owners, from, found.start());
            proof.add(String.valueOf(Kept.MARK), owner(found.start(), found.end()));
            kept.add(new Stretch(
                    text.substring(found.start(), found.end()),
                    Arrays.copyOfRange(owners, found.start(), found.end())));
            from = found.end();
        }
        if (from > 0) {
            take(proof, from);
        }
    }

    /** What is in {@code proof}, and what stands behind {@code from} now. */
    private void take(Proof proof, int from) {
        proof.add(text, owners, from, text.length());
        text = proof.text();
        owners = proof.owners();
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
