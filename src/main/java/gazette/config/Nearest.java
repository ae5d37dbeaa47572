package gazette.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** «Did you mean»: the known word that somebody who mistyped most likely meant. */
public final class Nearest {
    private Nearest() {}

    /**
     * The one of {@code known} that {@code typed} comes closest to: one slip (a letter missing, added, wrong, or two
     * swapped) for every three letters, and always one; case does not count. Empty when none is that near.
     */
    public static Optional<String> of(String typed, Collection<String> known) {
        String word = typed.toLowerCase(Locale.ROOT);
        int slips = Math.max(1, word.length() / 3);
        return known.stream()
                .filter(k -> Math.abs(k.length() - word.length()) <= slips)
                .filter(k -> distance(word, k.toLowerCase(Locale.ROOT)) <= slips)
                .min(Comparator.comparingInt((String k) -> distance(word, k.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Optimal string alignment: the fewest slips between two words. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : slips(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int slips(int[][] d, String a, String b, int i, int j) {
        int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int fewest = Math.min(d[i - 1][j - 1] + wrong, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(fewest, d[i - 2][j - 2] + 1) : fewest;
    }
}
