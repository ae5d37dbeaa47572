package gazette.edition;

import gazette.edition.Selection.Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who of the stories that may be in an edition finds room. News that an edition had no room for goes first, then the
 * newest. Corrections fill what news leaves; those that waited have up to a quarter of the rooms to themselves, so that a
 * busy newsletter prints them too, but never so many that fewer news than {@code articles.min} are left. What an editor
 * put back has a room of its own beside them, and with it there is an edition, however few they are.
 */
final class Seating {
    private static final int SHARE_OF_CORRECTIONS = 4;

    private static final Comparator<Telling> PATIENCE =
            Comparator.comparing(Telling::passedOver).reversed().thenComparing(Telling.NEWEST_FIRST);

    private final Newsletter newsletter;
    private final ArticleLimits limits;
    private final List<Telling> news = new ArrayList<>();
    private final List<Telling> corrections = new ArrayList<>();
    private final List<Telling> putBack = new ArrayList<>();
    private final Optional<Telling> lead;
    private final List<Telling> in = new ArrayList<>();
    private final Map<Telling, String> waiting = new LinkedHashMap<>();

    Seating(Newsletter newsletter, List<Telling> tellings) {
        this.newsletter = newsletter;
        this.limits = newsletter.selection().limits();
        tellings.forEach(telling -> queue(telling).add(telling));
        this.lead = newsletter.selection().order() == Order.LEAD ? lead() : Optional.empty();
        news.sort(
                limits.max() == 1
                        ? PATIENCE
                        : Comparator.comparing(this::isNoLead).thenComparing(PATIENCE));
        corrections.sort(PATIENCE);
        seat();
    }

    private List<Telling> queue(Telling telling) {
        if (telling.isPutBack()) {
            return putBack;
        }
        return telling.isUpdate() ? corrections : news;
    }

    /** In reading order: news, its lead story first, then corrections. Empty when there is no edition. */
    List<Telling> in() {
        return in;
    }

    /** Those without room, who goes first in front, with the reason. */
    Map<Telling, String> waiting() {
        return waiting;
    }

    /** The story that stands first because of the rule or the number of its sources, if one does. */
    boolean isLead(Telling telling) {
        return lead.filter(telling::equals).isPresent();
    }

    /** Why there is no edition; empty when there is one. */
    String reason() {
        if (!in.isEmpty()) {
            return "";
        }
        if (news.isEmpty()) {
            return corrections.isEmpty() ? "no new article" : "no new article, and corrections alone make no edition";
        }
        long allowed = allowed();
        String found = news.size() + (news.size() == 1 ? " new article" : " new articles");
        String room = allowed < news.size() ? ", of which the limits of their sources let in " + allowed : "";
        return found + room + ", and articles.min asks for " + limits.min();
    }

    private void seat() {
        if (putBack.isEmpty() && allowed() < limits.min()) {
            news.forEach(telling -> waiting.put(telling, "articles.min asks for " + limits.min()));
            corrections.forEach(telling -> waiting.put(telling, "a correction waits for an edition with news"));
            return;
        }
        Map<Integer, Integer> seated = new HashMap<>();
        int rooms = limits.max() - kept();
        for (Telling telling : news) {
            int most = most(telling);
            if (seated.getOrDefault(telling.first().source(), 0) >= most) {
                waiting.put(telling, "its source has at most " + most + " in an edition");
            } else if (in.size() == rooms) {
                waiting.put(telling, "articles.max is " + limits.max());
            } else {
                seated.merge(telling.first().source(), 1, Integer::sum);
                in.add(telling);
            }
        }
        List<Telling> last = fillUp();
        putBack.forEach(telling -> (telling.isUpdate() ? last : in).add(telling));
        in.sort(readingOrder());
        last.sort(bySourceWhereAsked().thenComparing(Telling.NEWEST_FIRST));
        in.addAll(last);
    }

    /** The corrections that find room. */
    private List<Telling> fillUp() {
        List<Telling> last = new ArrayList<>();
        for (Telling correction : corrections) {
            if (in.size() + last.size() < limits.max()) {
                last.add(correction);
            } else {
                waiting.put(correction, "news leaves it no room: articles.max is " + limits.max());
            }
        }
        return last;
    }

    /** Rooms that news must leave. */
    private int kept() {
        long waited = corrections.stream().filter(Telling::passedOver).count();
        int share = Math.max(1, limits.max() / SHARE_OF_CORRECTIONS);
        return (int) Math.min(waited, Math.min(share, limits.max() - limits.min()));
    }

    /** How many news there would be if there were room without end. */
    private long allowed() {
        Map<Integer, Integer> perSource = new HashMap<>();
        return news.stream()
                .filter(telling -> perSource.merge(telling.first().source(), 1, Integer::sum) <= most(telling))
                .count();
    }

    private int most(Telling telling) {
        return newsletter.supplies().get(telling.first().source()).most();
    }

    private Comparator<Telling> readingOrder() {
        return Comparator.comparing(this::isNoLead)
                .thenComparing(bySourceWhereAsked())
                .thenComparing(Telling.NEWEST_FIRST);
    }

    private Comparator<Telling> bySourceWhereAsked() {
        Function<Telling, Integer> place = newsletter.selection().order() == Order.SOURCE
                ? telling -> telling.first().source()
                : telling -> 0;
        return Comparator.comparing(place);
    }

    private boolean isNoLead(Telling telling) {
        return !isLead(telling);
    }

    private Optional<Telling> lead() {
        List<Telling> all = Stream.concat(news.stream(), putBack.stream().filter(telling -> !telling.isUpdate()))
                .toList();
        return all.stream()
                .filter(telling -> telling.first().leads())
                .min(Telling.NEWEST_FIRST)
                .or(() -> all.stream()
                        .filter(telling -> telling.sources() > 1)
                        .min(Comparator.comparing(Telling::sources).reversed().thenComparing(Telling.NEWEST_FIRST)));
    }
}
