package gazette.check;

import gazette.subscriber.Subscriber;
import java.util.Locale;

/**
 * A sample reader, by their role: nobody in particular.
 *
 * @param key the same for ever, such as {@code no-name}
 * @param french the label, in French
 * @param english the same in English
 * @param reader whom their message is made for
 */
public record Persona(String key, String french, String english, Subscriber reader) implements Term {
    /** What people call them, in French or else in English. */
    public String label(Locale language) {
        return language.getLanguage().equals("fr") ? french : english;
    }

    @Override
    public void tell(Telling telling) {
        telling.add(label(telling.language().locale()));
    }
}
