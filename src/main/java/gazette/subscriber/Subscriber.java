package gazette.subscriber;

import gazette.mail.EmailAddress;
import gazette.mail.Format;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A person who reads newsletters, as one dispatch needs to know them.
 *
 * @param id the store's number, stable for as long as the store lives
 * @param name empty when unknown
 * @param language empty when the newsletter's own will do
 * @param since the day of consent, if it is known
 * @param topics that they want to read about; empty for all
 * @param fields the further columns of the operator's list, by their heading
 */
public record Subscriber(
        long id,
        EmailAddress address,
        String name,
        Optional<Locale> language,
        Optional<LocalDate> since,
        List<String> topics,
        Map<String, String> fields) {
    public Subscriber {
        topics = List.copyOf(topics);
        fields = Map.copyOf(fields);
    }

    /** Somebody who wants all topics. */
    public Subscriber(
            long id,
            EmailAddress address,
            String name,
            Optional<Locale> language,
            Optional<LocalDate> since,
            Map<String, String> fields) {
        this(id, address, name, language, since, List.of(), fields);
    }

    /** What they wrote in the column {@code format}. */
    public Format format() {
        return hasColumn("format", written -> Format.of(written) == Format.TEXT) ? Format.TEXT : Format.HTML;
    }

    /** Whether a field of a template is more than blank for them; an address and a way to leave everybody has. */
    public boolean has(String field) {
        return switch (field) {
            case "address", "unsubscribe" -> true;
            case "name" -> !name.isBlank();
            case "since" -> since.isPresent();
            default -> hasColumn(field, value -> !value.isBlank());
        };
    }

    /** Whether a column with this heading, in whatever case, has such a value. */
    private boolean hasColumn(String heading, Predicate<String> value) {
        for (Map.Entry<String, String> column : fields.entrySet()) {
            if (column.getKey().toLowerCase(Locale.ROOT).equals(heading) && value.test(column.getValue())) {
                return true;
            }
        }
        return false;
    }
}
