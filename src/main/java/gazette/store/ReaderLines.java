package gazette.store;

import gazette.delivery.DispatchState;
import gazette.delivery.Register.ReaderLine;
import gazette.delivery.Register.Sought;
import gazette.delivery.SuppressionReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Readers of one edition, a page at a time. Each list follows an index from where the last page ended: all readers the
 * one of readers, those who wait the one of what is due, those who ended the one of what has ended, and addresses the
 * one of addresses, unless there are so few to look at that it is quicker to sort them.
 */
final class ReaderLines {
    /** So many are sorted in some ten milliseconds. */
    private static final int FEW = 5_000;

    /** Sorts behind every character that an address can go on with. */
    private static final String BEHIND_ALL = new String(Character.toChars(Character.MAX_CODE_POINT));

    private static final String COLUMNS = """
            select d.id, d.subscriber, s.address, d.state, d.reason, d.attempts, d.answered_at, d.words, d.not_before,
              coalesce(p.name, '') as name
            """;

    /** Crossed, so that the index of dispatches comes first whatever the planner guesses. */
    private static final String PEOPLE = """
            cross join subscriber s on s.id = d.subscriber
            left join subscription p on p.newsletter = ? and p.subscriber = d.subscriber
            """;

    private static final String SORTED = """
            from dispatch d
            cross join subscriber s on s.id = d.subscriber
            left join subscription p on p.newsletter = ? and p.subscriber = d.subscriber
            where true
            """;

    private static final String ALONG_ADDRESSES = """
            from subscriber s
            cross join dispatch d on d.subscriber = s.id
            left join subscription p on p.newsletter = ? and p.subscriber = d.subscriber
            where true
            """;

    private final Session session;
    private final String newsletter;
    private final long edition;
    private final int most;

    /** @param edition the store's number */
    ReaderLines(Session session, String newsletter, long edition, int most) {
        this.session = session;
        this.newsletter = newsletter;
        this.edition = edition;
        this.most = most;
    }

    /** A line with the numbers that its place may be made of. */
    private record Found(ReaderLine line, long id, long notBefore) {
        ReaderLine at(String place) {
            return new ReaderLine(line.subscriber(), line.name(), line.dispatch(), place);
        }
    }

    Optional<ReaderLine> one(long subscriber) throws SQLException {
        String sql = COLUMNS + "from dispatch d\n" + PEOPLE + """
                where d.edition = ? and d.subscriber = ?
                """;
        return session.first(sql, ReaderLines::found, newsletter, edition, subscriber)
                .map(Found::line);
    }

    List<ReaderLine> list(Sought sought, String after) throws SQLException {
        if (!sought.address().isEmpty()) {
            return byAddress(sought, after);
        }
        return sought.state().isEmpty()
                ? all(number(after, 0))
                : inState(sought.state().get(), after);
    }

    private List<ReaderLine> all(long after) throws SQLException {
        String sql = COLUMNS + "from dispatch d\n" + PEOPLE + """
                where d.edition = ? and d.subscriber > ?
                order by d.subscriber
                limit ?
                """;
        return session.list(sql, ReaderLines::found, newsletter, edition, after, most).stream()
                .map(found -> found.at(Long.toString(found.line().subscriber())))
                .toList();
    }

    private List<ReaderLine> inState(DispatchState state, String after) throws SQLException {
        return switch (state) {
            case PENDING, DEFERRED, IN_DOUBT -> waiting(state, number(after, 0), number(after, 1));
            case CLAIMED, HANDING_OVER -> inHand(state, number(after, 0));
            case ACCEPTED, REJECTED, EXPIRED, HELD -> ended(state, Optional.empty(), number(after, 0));
            case SUPPRESSED -> suppressed(number(after, 0));
        };
    }

    /** The plus keeps SQLite from forgetting that the index has this order, and sorting all who wait. */
    private List<ReaderLine> waiting(DispatchState state, long notBefore, long after) throws SQLException {
        String sql = COLUMNS + "from dispatch d\n" + PEOPLE + """
                where d.edition = ?
                  and d.not_before >= ?
                  and (+d.not_before > ? or +d.id > ?)
                  and +d.state = ?
                order by d.not_before, d.state, d.id
                limit ?
                """;
        return session
                .list(sql, ReaderLines::found, newsletter, edition, notBefore, notBefore, after, state, most)
                .stream()
                .map(found -> found.at(found.notBefore() + "." + found.id()))
                .toList();
    }

    private List<ReaderLine> inHand(DispatchState state, long after) throws SQLException {
        String sql = COLUMNS + "from dispatch d\n" + PEOPLE + """
                where d.epoch is not null
                  and +d.edition = ?
                  and d.state = ?
                  and d.id > ?
                order by +d.id
                limit ?
                """;
        return byId(session.list(sql, ReaderLines::found, newsletter, edition, state, after, most));
    }

    private List<ReaderLine> ended(DispatchState state, Optional<SuppressionReason> reason, long after)
            throws SQLException {
        String sql = COLUMNS + "from dispatch d\n" + PEOPLE + """
                where d.edition = ?
                  and d.state = ?
                  and d.reason is ?
                  and d.not_before is null
                  and d.epoch is null
                  and d.id > ?
                order by d.id
                limit ?
                """;
        return byId(session.list(sql, ReaderLines::found, newsletter, edition, state, reason, after, most));
    }

    /** The index has a range for each reason. */
    private List<ReaderLine> suppressed(long after) throws SQLException {
        List<ReaderLine> lines = new ArrayList<>();
        for (SuppressionReason reason : SuppressionReason.values()) {
            lines.addAll(ended(DispatchState.SUPPRESSED, Optional.of(reason), after));
        }
        lines.sort(Comparator.comparingLong(line -> number(line.place(), 0)));
        return List.copyOf(lines.subList(0, Math.min(most, lines.size())));
    }

    private static List<ReaderLine> byId(List<Found> found) {
        return found.stream().map(each -> each.at(Long.toString(each.id()))).toList();
    }

    private List<ReaderLine> byAddress(Sought sought, String after) throws SQLException {
        String from = after.startsWith(sought.address()) ? after : "";
        String range = range(sought.state());
        String sql = COLUMNS + (isFew(range) ? SORTED : ALONG_ADDRESSES) + """
                  and s.address >= ?
                  and s.address < ?
                  and s.address > ?
                """ + "and " + range
                + "\norder by s.address\nlimit ?";
        String end = sought.address() + BEHIND_ALL;
        return session.list(sql, ReaderLines::found, newsletter, sought.address(), end, from, edition, most).stream()
                .map(found -> found.at(found.line().dispatch().address()))
                .toList();
    }

    private boolean isFew(String range) throws SQLException {
        String sql = "select count(*) from (select 1 from dispatch d where " + range + " limit ?)";
        return session.number(sql, edition, FEW + 1) <= FEW;
    }

    /** Those in {@code state}, or all, such that the index of it is used. Takes the edition. */
    private static String range(Optional<DispatchState> state) {
        if (state.isEmpty()) {
            return "d.edition = ?";
        }
        String all = switch (state.get()) {
            case PENDING, DEFERRED, IN_DOUBT -> "d.edition = ? and d.not_before is not null";
            case CLAIMED, HANDING_OVER -> "+d.edition = ? and d.epoch is not null";
            case ACCEPTED, REJECTED, EXPIRED, HELD, SUPPRESSED ->
                "d.edition = ? and d.not_before is null and d.epoch is null";
        };
        return all + " and d.state = '" + state.get().name() + "'";
    }

    private static Found found(ResultSet row) throws SQLException {
        ReaderLine line = new ReaderLine(row.getLong("subscriber"), row.getString("name"), Standings.dispatch(row), "");
        return new Found(line, row.getLong("id"), row.getLong("not_before"));
    }

    /** One of the numbers of a place such as {@code 12.34}; 0 for what is none. */
    private static long number(String place, int which) {
        String[] numbers = place.split("\\.", -1);
        return which < numbers.length && numbers[which].matches("\\d{1,18}") ? Long.parseLong(numbers[which]) : 0;
    }
}
