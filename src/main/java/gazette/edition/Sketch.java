package gazette.edition;

import gazette.article.Article;
import java.util.Arrays;
import java.util.List;

/**
 * What is kept of an article's words to tell how like they are to another's: at most {@value #MOST_WORDS} numbers.
 * Immutable.
 *
 * <p>Two texts are alike as far as the words of the shorter one stand in the other in runs of {@value #RUN} or more. An
 * agency story that was cut, given another beginning or changed in a word here and there keeps nearly all of its runs. Two
 * articles that report the same event in their own words share few. Numbers and names weigh {@value #STRONG} times as
 * much as other words: the weather of two days, or two matches, told in the same sentences, differ in them.
 *
 * <p>What one teller says under two titles is two stories: a newsroom does not copy itself, and often begins alike.
 */
public final class Sketch {
    /** Of the body, from its beginning: where a story is told, and where copies keep to it. */
    static final int MOST_WORDS = 512;

    /** In words: two of them in a row are often the language's doing, three seldom. */
    static final int RUN = 3;

    /** What a number or a name weighs, when another word weighs 1. */
    private static final int STRONG = 4;

    /** In words: of so short a text only the whole can be compared. */
    private static final int SHORTEST = 12;

    /**
     * How many times as long a longer version is. A text that is longer yet and has another title may be a round-up of
     * many stories: only its beginning is compared.
     */
    private static final int LONGER_VERSION = 2;

    /** How many times as long the longer text may be at all, when its title is another. */
    private static final int LONGEST_RATIO = 4;

    private final String teller;
    private final int[] title;
    private final int[] words;

    private Sketch(String teller, int[] title, int[] words) {
        this.teller = teller;
        this.title = title;
        this.words = words;
    }

    /** The sketch of an article's title and body. */
    public static Sketch of(Article article) {
        List<String> credits = article.credits();
        return new Sketch(
                credits.isEmpty() ? article.origin().source() : credits.get(0),
                Tokens.alike(Tokens.of(article.headline().orElse(""), MOST_WORDS)),
                Tokens.of(article.text(), MOST_WORDS));
    }

    /**
     * How like two texts are, from 0 (nothing in common) to 1 (one is in the other, word for word). Symmetric. It is the
     * square root of the part that they share: 0.85 asks for 72 % of the words of the shorter one.
     */
    public double similarity(Sketch other) {
        if (teller.equals(other.teller) && !Arrays.equals(title, other.title)) {
            return 0;
        }
        if (Math.min(words.length, other.words.length) < SHORTEST) {
            return Arrays.equals(words, other.words) && Arrays.equals(title, other.title) ? 1 : 0;
        }
        if (words.length == other.words.length) {
            return Math.min(coverage(this, other), coverage(other, this));
        }
        return words.length < other.words.length ? coverage(this, other) : coverage(other, this);
    }

    private static double coverage(Sketch shorter, Sketch longer) {
        int most = longer.words.length;
        if (most > LONGER_VERSION * shorter.words.length && !shorter.hasTitleOf(longer)) {
            if (most > LONGEST_RATIO * shorter.words.length) {
                return 0;
            }
            most = LONGER_VERSION * shorter.words.length;
        }
        return Math.sqrt(share(shorter.words, Arrays.copyOf(longer.words, most), RUN));
    }

    private boolean hasTitleOf(Sketch other) {
        return share(title, other.title, 1) >= 1.0 / 2;
    }

    /** The part of {@code words}, by weight, that stands in {@code others} in runs of at least {@code run}. */
    private static double share(int[] words, int[] others, int run) {
        if (words.length < run || others.length < run) {
            return 0;
        }
        int[] theirs = runs(others, run);
        Arrays.sort(theirs);
        int[] ours = runs(words, run);
        boolean[] found = new boolean[words.length];
        for (int i = 0; i < ours.length; i++) {
            if (Arrays.binarySearch(theirs, ours[i]) >= 0) {
                Arrays.fill(found, i, i + run, true);
            }
        }
        double all = 0;
        double shared = 0;
        for (int i = 0; i < words.length; i++) {
            int weight = Tokens.isStrong(words[i]) ? STRONG : 1;
            all += weight;
            shared += found[i] ? weight : 0;
        }
        return shared / all;
    }

    /** The runs of the body, each as one number, in order. */
    int[] runs() {
        return runs(words, RUN);
    }

    private static int[] runs(int[] words, int length) {
        int[] runs = new int[Math.max(0, words.length - length + 1)];
        for (int i = 0; i < runs.length; i++) {
            int hash = 1;
            for (int j = i; j < i + length; j++) {
                hash = 31 * Integer.rotateLeft(hash, 7) + (words[j] >>> 1);
            }
            runs[i] = hash;
        }
        return runs;
    }

    /** Whether it is too short for runs to say anything: such a text is like its equal alone. */
    boolean isShort() {
        return words.length < SHORTEST;
    }
}
