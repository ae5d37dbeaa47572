package gazette.delivery;

import gazette.render.Field;
import gazette.render.ReaderWords;
import gazette.subscriber.Subscriber;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What one reader's fields hold; a field that the reader does not have is empty. Immutable. */
final class ReaderFields {
    private final Map<String, String> values = new HashMap<>();

    /**
     * @param language of the words for dates
     * @param unsubscribe the reader's own address for leaving
     */
    ReaderFields(Subscriber reader, Locale language, String unsubscribe) {
        reader.fields().forEach((heading, value) -> values.put(heading.toLowerCase(Locale.ROOT), value));
        values.put("address", reader.address().toString());
        values.put("name", reader.name());
        values.put("since", ReaderWords.since(reader.since(), language));
        values.put("unsubscribe", unsubscribe);
    }

    /** {@code text} with its fields filled in. */
    String fill(String text) {
        return Field.fill(text, this::value);
    }

    /** The same for HTML: values are words there, never markup. */
    String fillHtml(String html) {
        return Field.fillHtml(html, this::value);
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }
}
