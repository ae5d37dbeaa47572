package gazette.delivery;

import gazette.mail.EmailAddress;
import gazette.subscriber.Subscriber;
import java.util.Locale;

/**
 * Whom one message is made for.
 *
 * @param fields that they have
 * @param language of their variant
 * @param prefix put before the subject; usually empty
 */
record Addressee(Subscriber reader, ReaderFields fields, Locale language, String prefix) {
    EmailAddress address() {
        return reader.address();
    }

    /**
     * What a field holds, empty when it is absent.
     *
     * @throws IllegalArgumentException when it holds half a character
     */
    String value(String field) {
        return fields.value(field, language);
    }
}
