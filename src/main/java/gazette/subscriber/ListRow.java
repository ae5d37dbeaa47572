package gazette.subscriber;

import gazette.mail.EmailAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One good row of the operator's list.
 *
 * @param line where it stands in the file, from 1
 * @param cadence which editions the reader wants; empty for the newsletter's first cadence
 * @param fields the columns that Gazette has no meaning for, by their heading
 */
public record ListRow(
        long line,
        EmailAddress address,
        String name,
        Optional<Locale> language,
        List<String> topics,
        Optional<String> cadence,
        Optional<LocalDate> since,
        Map<String, String> fields) {
    public ListRow {
        topics = List.copyOf(topics);
        fields = Map.copyOf(fields);
    }
}
