package gazette.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What servers said of many dispatches, counted by what is the same in it: a reply names the reader and the message, so
 * that hardly two are equal to the letter. Memory is bounded, however many kinds there are. For one thread.
 */
public final class Answers {
    /** What takes the place of a name or number. */
    public static final String LEFT_OUT = "…";

    /** Kinds that are told apart; more would tell nobody anything. */
    private static final int MOST_KINDS = 1000;

    private static final String OTHER = "other words";

    /** An address, or a path in angle brackets. */
    private static final Pattern ADDRESS = Pattern.compile("<[^<>\\s]*>|[^\\s<>\"'(),;:]+@[^\\s<>\"'(),;:]+");

    /**
     * A word of eight or more letters and figures with both in it: the number of a message in somebody's queue, unless it
     * is the name of an extension.
     */
    private static final Pattern QUEUE_NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d.])(?!(?i:SMTPUTF8|8BITMIME)(?![\\w-]))(?=[\\w-]*\\d)(?=[\\w-]*[A-Za-z])[\\w-]{8,}(?:\\.\\d+)*(?![\\p{L}\\d])");

    /** A number of five or more figures, or an address of a network. */
    private static final Pattern NUMBER = Pattern.compile("\\b\\d{5,}\\b|\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b");

    private final Map<Kind, Long> counts = new HashMap<>();

    /** What is told apart. */
    private record Kind(DispatchState state, String words) {}

    /**
     * So many dispatches of one state with the same words.
     *
     * @param words with {@link #LEFT_OUT} for what differs; a reason of ours where no server spoke
     */
    public record Count(DispatchState state, String words, long dispatches) {}

    /** Counts {@code dispatches} more that ended with {@code words}. */
    public void add(DispatchState state, String words, long dispatches) {
        Kind kind = new Kind(state, same(words));
        if (!counts.containsKey(kind) && counts.size() >= MOST_KINDS) {
            kind = new Kind(state, OTHER);
        }
        counts.merge(kind, dispatches, Long::sum);
    }

    /** {@code words} without what differs from message to message. */
    static String same(String words) {
        String noAddress = ADDRESS.matcher(words).replaceAll(LEFT_OUT);
        String noQueue = QUEUE_NUMBER.matcher(noAddress).replaceAll(LEFT_OUT);
        return NUMBER.matcher(noQueue).replaceAll(LEFT_OUT).strip();
    }

    /** The largest counts first, at most {@code most}. */
    public List<Count> largest(int most) {
        List<Count> all = new ArrayList<>();
        counts.forEach((kind, dispatches) -> all.add(new Count(kind.state(), kind.words(), dispatches)));
        all.sort(Comparator.comparingLong(Count::dispatches)
                .reversed()
                .thenComparing(Count::state)
                .thenComparing(Count::words));
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    /** A reason of ours in words: {@code CANNOT_BE_RENDERED} is «cannot be rendered». */
    public static String inWords(SuppressionReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
