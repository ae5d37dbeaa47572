package gazette.studio;

import gazette.sink.Arrival;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is looked for in the inbox: {@code to:}, {@code from:} and {@code subject:} with what those hold, {@code is:broken},
 * and words that stand in any of them or in the text. All of it has to be there. Words with blanks stand in quotes; case,
 * accents and the kind of apostrophe do not matter.
 *
 * @param wishes folded
 */
record InboxSearch(List<Wish> wishes) {
    /** The name of its field. */
    static final String PARAMETER = "q";

    private static final Pattern WISH = Pattern.compile("(?:(to|from|subject|is):)?(?:\"([^\"]*)\"?|(\\S+))");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Longer ones are no search. */
    private static final int MOST_CHARACTERS = 200;

    /**
     * One thing that has to be there.
     *
     * @param of what it is looked for in; empty for anything
     */
    record Wish(String of, String words) {}

    InboxSearch {
        wishes = List.copyOf(wishes);
    }

    /** What {@code query} asks for; nothing for an empty one. */
    static InboxSearch of(String query) {
        List<Wish> wishes = new ArrayList<>();
        Matcher found = WISH.matcher(folded(query.substring(0, Math.min(query.length(), MOST_CHARACTERS))));
        while (found.find()) {
            String of = found.group(1) == null ? "" : found.group(1);
            String words = found.group(2) == null ? found.group(3) : found.group(2);
            if (!words.isBlank()) {
                wishes.add(new Wish(of, words));
            }
        }
        return new InboxSearch(wishes);
    }

    /** Messages that hold these words in their fields; empty words hold in any. */
    static InboxSearch of(String to, String subject) {
        List<Wish> wishes = new ArrayList<>();
        wishes.add(new Wish("to", folded(to)));
        wishes.add(new Wish("subject", folded(subject)));
        return new InboxSearch(wishes);
    }

    boolean isEmpty() {
        return wishes.isEmpty();
    }

    /**
     * Whether a message has all that is looked for.
     *
     * @param isBroken whether its readers will miss something
     * @param text all of it, which is asked for last
     */
    boolean finds(Arrival arrival, boolean isBroken, Supplier<String> text) {
        return wishes.stream().allMatch(wish -> finds(wish, arrival, isBroken, text));
    }

    private static boolean finds(Wish wish, Arrival arrival, boolean isBroken, Supplier<String> text) {
        return switch (wish.of) {
            case "to" -> holds(arrival.to(), wish);
            case "from" -> holds(arrival.from() + " " + arrival.sender(), wish);
            case "subject" -> holds(arrival.subject(), wish);
            case "is" -> wish.words.equals("broken") && isBroken;
            default -> holds(all(arrival), wish) || holds(text.get(), wish);
        };
    }

    private static String all(Arrival arrival) {
        return arrival.to() + "\n" + arrival.from() + "\n" + arrival.subject() + "\n" + arrival.beginning();
    }

    private static boolean holds(String text, Wish wish) {
        return folded(text).contains(wish.words);
    }

    private static String folded(String words) {
        return MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
    }
}
