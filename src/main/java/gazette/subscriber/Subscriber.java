package gazette.subscriber;

import gazette.mail.EmailAddress;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A person who reads newsletters, as one dispatch needs to know them.
 *
 * @param id the store's number, stable for as long as the store lives
 * @param name empty when unknown
 * @param language empty when the newsletter's own will do
 * @param since the day of consent, if it is known
 * @param fields the further columns of the operator's list, by their heading
 */
public record Subscriber(
        long id,
        EmailAddress address,
        String name,
        Optional<Locale> language,
        Optional<LocalDate> since,
        Map<String, String> fields) {
    public Subscriber {
        fields = Map.copyOf(fields);
    }
}
