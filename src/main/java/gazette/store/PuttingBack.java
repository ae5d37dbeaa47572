package gazette.store;

import gazette.delivery.AnswerCode;
import gazette.delivery.Ended;
import gazette.delivery.SuppressionReason;
import gazette.edition.EditionId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Makes dispatches that have ended wait again, because a person wants them tried again. */
final class PuttingBack {
    /** Dispatches put back in one commit. */
    static final int PIECE = 5_000;

    private final EditionId edition;
    private final Ended ended;
    private final String words;
    private final Instant begun;

    PuttingBack(EditionId edition, Ended ended, Optional<AnswerCode> code, Instant begun) {
        this.edition = edition;
        this.ended = ended;
        this.words = code.map(PuttingBack::pattern).orElse("%");
        this.begun = begun;
    }

    /** What words with a space after them are like when they begin with the code. */
    private static String pattern(AnswerCode code) {
        return (code.text().contains(".") ? "___ " : "") + code.text() + " %";
    }

    /** Puts some back; how many. Those that ended since it began, perhaps a second time, are not looked at. */
    int piece(Session session) throws SQLException {
        String sql = """
                update dispatch
                set state = 'PENDING', reason = null, not_before = 0, attempts = 0
                where id in (
                  select d.id
                  from edition e
                  join dispatch d on d.edition = e.id
                  join subscription p on p.newsletter = e.newsletter and p.subscriber = d.subscriber
                  join subscriber s on s.id = d.subscriber
                  where e.newsletter = ?
                    and e.number = ?
                    and e.state in ('FILLED', 'PAUSED')
                    and d.state = ?
                    and d.not_before is null
                    and d.epoch is null
                    and coalesce(d.reason, '') = ?
                    and d.words || ' ' like ?
                    and coalesce(d.answered_at, 0) <= ?
                    and p.state = 'CONFIRMED'
                    and not exists (select 1 from suppression x where x.address = s.address)
                  limit ?)
                """;
        String reason = ended.reason().map(SuppressionReason::name).orElse("");
        int some =
                session.update(sql, edition.newsletter(), edition.number(), ended.state(), reason, words, begun, PIECE);
        if (some > 0) {
            touch(session);
        }
        return some;
    }

    private void touch(Session session) throws SQLException {
        String sql = """
                update edition
                set touched = touched + 1
                where newsletter = ? and number = ?
                """;
        session.update(sql, edition.newsletter(), edition.number());
    }
}
