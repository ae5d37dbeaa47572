package gazette.store;

import gazette.subscriber.ImportReport;
import gazette.subscriber.ImportReport.Verdict;
import gazette.subscriber.ListProblem;
import gazette.subscriber.ListRow;
import gazette.subscriber.Subscribers.ListImport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * Reads an operator's list into temporary tables and compares it with the subscriptions. Writes nothing else; the tables
 * are on disk, so that memory does not depend on the rows.
 */
final class ListReading {
    /** As many may vanish from any list without a question. */
    private static final long FEW = 10;

    /** One in so many may vanish without a question. */
    private static final long TENTH = 10;

    private static final String INCOMING = """
            create temp table incoming (
              line     integer primary key,
              address  text not null,
              domain   text not null,
              name     text not null,
              language text not null,
              topics   text not null,
              cadence  text not null,
              since    text not null,
              fields   text not null)
            """;

    private final Session scratch;
    private final ListImport list;
    private final ListProblems problems = new ListProblems();

    ListReading(Session scratch, ListImport list) {
        this.scratch = scratch;
        this.list = list;
    }

    /** What taking the list over does; leaves the tables {@code incoming}, {@code change} and {@code gone}. */
    ImportReport report() throws SQLException {
        if (isUnchanged()) {
            return new ImportReport(0, 0, 0, 0, 0, 0, List.of(), Verdict.UNCHANGED);
        }
        readRows();
        leaveOutRepeated();
        compare();
        findGone();
        long ended = scratch.number("select count(*) from gone");
        return new ImportReport(
                scratch.number("select count(*) from incoming"),
                changes("ADDED"),
                changes("UPDATED"),
                ended,
                changes("REFUSED"),
                problems.count(),
                problems.first(),
                needsConfirmation(ended) ? Verdict.NEEDS_CONFIRMATION : Verdict.TAKEN_OVER);
    }

    private boolean isUnchanged() throws SQLException {
        String sql = """
                select 1
                from list
                where newsletter = ?
                  and source = ?
                  and version = ?
                  and default_cadence = ?
                """;
        return !list.confirmed()
                && scratch.exists(sql, list.newsletter(), list.source(), list.version(), list.defaultCadence());
    }

    private void readRows() throws SQLException {
        String sql = """
                insert into incoming (line, address, domain, name, language, topics, cadence, since, fields)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        drop("incoming", "change", "gone");
        scratch.update(INCOMING);
        scratch.update("begin");
        for (Iterator<ListRow> rows = list.rows().read(problems::add); rows.hasNext(); ) {
            ListRow row = rows.next();
            scratch.update(
                    sql,
                    row.line(),
                    row.address().toString(),
                    row.address().domain(),
                    row.name(),
                    row.language().map(Locale::toLanguageTag).orElse(""),
                    Json.array(row.topics()),
                    row.cadence().orElse(list.defaultCadence()),
                    row.since().map(LocalDate::toString).orElse(""),
                    Json.object(row.fields()));
        }
        scratch.update("commit");
    }

    private void drop(String... tables) throws SQLException {
        for (String table : tables) {
            scratch.update("drop table if exists temp." + table);
        }
    }

    /** The first row of an address counts. The index sorts on disk; a key would insert all over the table. */
    private void leaveOutRepeated() throws SQLException {
        String repeated = """
                select line, first, address
                from (select line, address, min(line) over (partition by address) as first from incoming)
                where line > first
                """;
        String anyRepeated = """
                select 1
                from incoming
                group by address
                having count(*) > 1
                limit 1
                """;
        scratch.update("create index temp.incoming_address on incoming (address, line)");
        if (!scratch.exists(anyRepeated)) {
            return;
        }
        scratch.each(repeated, ListReading::repeated, problems::add);
        scratch.update("delete from incoming where line in (select line from (" + repeated + "))");
    }

    private static ListProblem repeated(ResultSet row) throws SQLException {
        return new ListProblem(
                row.getLong("line"),
                row.getString("address") + " stands on line " + row.getLong("first")
                        + " already, and that line counts: keep one of the two");
    }

    private void compare() throws SQLException {
        String sql = """
                insert into change (line, kind)
                select line, kind
                from (
                  select i.line, i.address,
                    case
                      when x.address is not null or p.ended_by in ('READER', 'OPERATOR') then 'REFUSED'
                      when p.state = 'CONFIRMED' then
                        case when (i.name, i.language, i.topics, i.cadence, i.since, i.fields)
                          <> (p.name, p.language, p.topics, p.cadence, p.since, p.fields) then 'UPDATED' end
                      else 'ADDED'
                    end as kind
                  from incoming i
                  left join subscriber s on s.address = i.address
                  left join subscription p on p.newsletter = ? and p.subscriber = s.id
                  left join suppression x on x.address = i.address)
                where kind is not null
                order by address
                """;
        scratch.update(
                "create temp table change (place integer primary key, line integer not null, kind text not null)");
        scratch.update(sql, list.newsletter());
    }

    private void findGone() throws SQLException {
        String sql = """
                insert into gone (subscriber)
                select p.subscriber
                from subscription p
                join subscriber s on s.id = p.subscriber
                where p.newsletter = ?
                  and p.state = 'CONFIRMED'
                  and p.listed
                  and not exists (select 1 from incoming i where i.address = s.address)
                """;
        scratch.update("create temp table gone (place integer primary key, subscriber integer not null)");
        scratch.update(sql, list.newsletter());
    }

    private long changes(String kind) throws SQLException {
        return scratch.number("select count(*) from change where kind = ?", kind);
    }

    private boolean needsConfirmation(long ended) throws SQLException {
        String sql = """
                select count(*)
                from subscription
                where newsletter = ?
                  and state = 'CONFIRMED'
                  and listed
                """;
        return !list.confirmed() && ended > FEW && ended * TENTH > scratch.number(sql, list.newsletter());
    }
}
