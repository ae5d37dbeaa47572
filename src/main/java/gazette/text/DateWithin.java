package gazette.text;

import gazette.article.Blanks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A date among other words: «À Lyon, le 30 décembre 2024, par la rédaction». */
final class DateWithin {
    /** In words: «Publié le lundi 30 décembre 2024 à 11 h 49 (heure de Paris)». */
    private static final int LONGEST = 14;
    /** In words: further on in a line, nobody looks for the date of an article. */
    private static final int REACH = 60;

    private DateWithin() {}

    /** The longest stretch of {@code line} that is a date, the first of those; empty when there is none. */
    static Optional<DateLine> find(String line, Locale language) {
        List<String> words = Arrays.stream(Blanks.fold(line).split(" ", REACH + 1))
                .limit(REACH)
                .toList();
        for (int length = Math.min(LONGEST, words.size()); length > 0; length--) {
            for (int from = 0; from + length <= words.size(); from++) {
                Optional<DateLine> date =
                        DateLine.read(bare(String.join(" ", words.subList(from, from + length))), language);
                if (date.isPresent()) {
                    return date;
                }
            }
        }
        return Optional.empty();
    }

    private static String bare(String words) {
        return words.replaceAll("^[(\\[«“–—-]+|[)\\],;:.»”–—-]+$", "");
    }
}
