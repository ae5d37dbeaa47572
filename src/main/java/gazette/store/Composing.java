package gazette.store;

import gazette.edition.Choice;
import gazette.edition.Composition;
import gazette.edition.Composition.Composed;
import gazette.edition.Composition.NothingToSay;
import gazette.edition.Deed;
import gazette.edition.EditionKey;
import gazette.edition.EditionState;
import gazette.edition.Masthead;
import gazette.edition.Newsletter;
import gazette.edition.Note;
import gazette.edition.Notes;
import gazette.edition.Shelf;
import gazette.mail.Mailbox;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Composes one slot inside one transaction. Another process that composes the same key waits for its commit before it
 * looks, because write transactions begin with the lock; the unique key would stop it if it did not. The edition uses the
 * plan up in the same commit; a slot without an edition leaves it to the next.
 */
final class Composing {
    private final Session session;
    private final Newsletter newsletter;
    private final EditionKey key;
    private final Notes notes;
    private final Instant now;

    /** @param newsletter as the cadence of {@code key} has it */
    Composing(Session session, Newsletter newsletter, EditionKey key, Notes notes, Instant now) {
        this.session = session;
        this.newsletter = newsletter;
        this.key = key;
        this.notes = notes;
        this.now = now;
    }

    /** @param despite why a person sends it although checks found errors, if they do */
    Composition run(Optional<String> despite) throws SQLException {
        Composition composition = run();
        if (despite.isPresent() && composition instanceof Composed composed) {
            long edition = EditionRows.number(session, composed.edition().id());
            DeedRows.addOnce(session, edition, new Deed(now, Deed.Kind.SENT_DESPITE_ERRORS, despite.get()));
        }
        return composition;
    }

    private Composition run() throws SQLException {
        Optional<Composition> before = before();
        if (before.isPresent()) {
            return before.get();
        }
        Shelf shelf = Shelves.read(session, newsletter, key.cadence(), key.slot());
        Choice choice = Choice.of(newsletter, shelf);
        Stories stories = new Stories(session, key);
        stories.setAside(choice.late());
        if (choice.isEmpty()) {
            return skip(choice.reason());
        }
        Optional<Note> note = notes.note(newsletter, key, shelf.nextNumber(), shelf.plan());
        insertPictures(note);
        long edition = insert(shelf.nextNumber(), note, choice.waiting());
        stories.freeze(edition, choice.stories());
        stories.leaveOut(edition, choice.leftOut());
        new PlanRows(session, key.newsletter(), key.cadence()).delete();
        return new Composed(EditionRows.load(session, edition), choice.waiting());
    }

    private Optional<Composition> before() throws SQLException {
        String composed = """
                select id
                from edition
                where newsletter = ? and cadence = ? and slot = ?
                """;
        String skipped = """
                select reason
                from skip
                where newsletter = ? and cadence = ? and slot = ?
                """;
        Optional<Long> edition = session.first(composed, row -> row.getLong("id"), keyColumns());
        if (edition.isPresent()) {
            return Optional.of(composed(edition.get()));
        }
        return session.first(skipped, row -> new NothingToSay(row.getString("reason")), keyColumns());
    }

    private Composed composed(long edition) throws SQLException {
        long waiting = session.number("select waiting from edition where id = ?", edition);
        return new Composed(EditionRows.load(session, edition), (int) waiting);
    }

    private void insertPictures(Optional<Note> note) throws SQLException {
        Pictures.insert(
                session,
                newsletter.masthead().style().logo().stream(),
                note.map(Note::blocks).orElse(List.of()));
    }

    private long insert(int number, Optional<Note> note, int waiting) throws SQLException {
        Masthead masthead = newsletter.masthead();
        Optional<Mailbox> replyTo = masthead.replyTo();
        String sql = """
                insert into edition (newsletter, number, cadence, slot, state, composed_at, window_from, shelf_end, waiting,
                  template, name, from_name, from_address, reply_to_name, reply_to_address, language, zone,
                  postal_address, web, style, note, hold_until, in_doubt)
                values (?, ?, ?, ?, ?, ?,
                  (select max(slot) from edition where newsletter = ? and cadence = ? and slot < ?),
                  (select max(id) from article),
                  ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                returning id
                """;
        return session.number(
                sql,
                key.newsletter(),
                number,
                key.cadence(),
                key.slot(),
                EditionState.COMPOSED,
                now,
                key.newsletter(),
                key.cadence(),
                key.slot(),
                waiting,
                newsletter.template(),
                masthead.name(),
                masthead.from().name(),
                masthead.from().address().toString(),
                replyTo.map(Mailbox::name),
                replyTo.map(box -> box.address().toString()),
                masthead.language().toLanguageTag(),
                masthead.zone().getId(),
                masthead.postalAddress(),
                masthead.web().toString(),
                StyleText.write(masthead.style()),
                note.map(NoteText::write),
                now,
                newsletter.inDoubt());
    }

    private NothingToSay skip(String reason) throws SQLException {
        String sql = """
                insert into skip (newsletter, cadence, slot, reason)
                values (?, ?, ?, ?)
                """;
        session.update(sql, key.newsletter(), key.cadence(), key.slot(), reason);
        return new NothingToSay(reason);
    }

    private Object[] keyColumns() {
        return new Object[] {key.newsletter(), key.cadence(), key.slot()};
    }
}
