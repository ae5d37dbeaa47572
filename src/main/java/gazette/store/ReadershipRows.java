package gazette.store;

import gazette.mail.Format;
import gazette.subscriber.Readership;
import gazette.subscriber.Wish;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What the readers of one cadence ask for, taken together by the database: it answers with few rows for many readers. */
final class ReadershipRows implements Readership {
    /** What everybody has. */
    private static final Set<String> ALWAYS = Set.of("address", "unsubscribe");

    /** What stands for the wish for plain text among names of fields; no field is called so. */
    private static final String PLAIN_TEXT = "/text";

    /** All that {@link String#isBlank} takes for a blank: SQL alone would know the space. */
    private static final String BLANKS = IntStream.rangeClosed(0, Character.MAX_VALUE)
            .filter(Character::isWhitespace)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    /** The same readers as {@link Filling} takes, by the shorter way round: those never to mail are few. */
    private static final String READERS = """
            from subscription p
            where p.newsletter = ?
              and p.state = 'CONFIRMED'
              and p.cadence = ?
              and p.subscriber not in (
                select s.id
                from suppression x
                join subscriber s on s.address = x.address)
            """;

    private final Reads reads;
    private final String newsletter;
    private final String cadence;

    ReadershipRows(Reads reads, String newsletter, String cadence) {
        this.reads = reads;
        this.newsletter = newsletter;
        this.cadence = cadence;
    }

    @Override
    public List<Wish> wishes(Set<String> fields) {
        return reads.read("look what readers of " + newsletter + " ask for", session -> wishes(session, fields));
    }

    private List<Wish> wishes(Session session, Set<String> fields) throws SQLException {
        Set<String> columns = columns(fields);
        String sql =
                """
                select distinct p.language, p.topics,
                  ? and trim(p.name, ?) <> '' as has_name,
                  ? and p.since <> '' as has_since,
                  case when p.fields = '{}' then '' else (
                    select coalesce(group_concat(case
                        when lower(f.key) <> 'format' then lower(f.key)
                        when lower(trim(f.value, ?)) in (%s) then '%s format'
                        else 'format'
                      end, ' '), '')
                    from json_each(p.fields) f
                    where lower(f.key) in (%s)
                      and trim(f.value, ?) <> '')
                  end as others
                """.formatted(marks(Format.plainTextWords().size()), PLAIN_TEXT, marks(columns.size() + 1)) + READERS;
        List<Object> values = new ArrayList<>();
        values.addAll(List.of(fields.contains("name"), BLANKS, fields.contains("since"), BLANKS));
        values.addAll(Format.plainTextWords());
        values.addAll(columns);
        values.addAll(List.of("format", BLANKS, newsletter, cadence));
        Set<Wish> wishes = new LinkedHashSet<>();
        session.each(sql, row -> wish(row, fields), wishes::add, values.toArray());
        return List.copyOf(wishes);
    }

    private static Wish wish(ResultSet row, Set<String> fields) throws SQLException {
        Set<String> has = new HashSet<>(List.of(row.getString("others").split(" ")));
        has.addAll(ALWAYS);
        if (row.getBoolean("has_name")) {
            has.add("name");
        }
        if (row.getBoolean("has_since")) {
            has.add("since");
        }
        Set<String> absent = new HashSet<>(fields);
        absent.removeAll(has);
        String language = row.getString("language");
        return new Wish(
                language.isEmpty() ? Optional.empty() : Optional.of(Locale.forLanguageTag(language)),
                Json.list(row.getString("topics")),
                has.contains(PLAIN_TEXT) ? Format.TEXT : Format.HTML,
                absent);
    }

    @Override
    public Map<String, String> longest(Set<String> fields) {
        return reads.read(
                "look for the longest values of readers of " + newsletter, session -> longest(session, fields));
    }

    private Map<String, String> longest(Session session, Set<String> fields) throws SQLException {
        Map<String, String> longest = new HashMap<>();
        for (String field : new TreeSet<>(fields)) {
            Optional<String> value = columns(Set.of(field)).isEmpty() ? own(session, field) : other(session, field);
            value.ifPresent(words -> longest.put(field, words));
        }
        return longest;
    }

    /** Of the columns that every list has. */
    private Optional<String> own(Session session, String field) throws SQLException {
        String column = switch (field) {
            case "name" -> "p.name";
            case "since" -> "p.since";
            default -> "(select s.address from subscriber s where s.id = p.subscriber)";
        };
        return field.equals("unsubscribe")
                ? Optional.empty()
                : longest(session, "select %s as value %s".formatted(column, READERS), newsletter, cadence);
    }

    private Optional<String> other(Session session, String field) throws SQLException {
        String values = """
                select f.value
                from (select p.fields %s) everybody, json_each(everybody.fields) f
                where lower(f.key) = ?
                """.formatted(READERS);
        return longest(session, values, newsletter, cadence, field);
    }

    /** Of equally long ones the last in the alphabet. */
    private static Optional<String> longest(Session session, String values, Object... bound) throws SQLException {
        String sql = """
                select value
                from (%s)
                where trim(value, ?) <> ''
                order by length(value) desc, value desc
                limit 1
                """.formatted(values);
        Object[] all = Arrays.copyOf(bound, bound.length + 1);
        all[bound.length] = BLANKS;
        return session.first(sql, row -> row.getString(1), all);
    }

    /** Those of {@code fields} that the operator's list has a column of its own for. */
    private static Set<String> columns(Set<String> fields) {
        Set<String> columns = new TreeSet<>(fields);
        columns.removeAll(ALWAYS);
        columns.removeAll(Set.of("name", "since"));
        return columns;
    }

    private static String marks(int number) {
        return String.join(", ", Collections.nCopies(number, "?"));
    }
}
