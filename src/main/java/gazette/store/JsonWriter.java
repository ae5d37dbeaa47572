package gazette.store;

import java.util.List;
import java.util.Map;

/** Writes strings, whole numbers, lists and maps as JSON, as short as it goes (RFC 8259). */
final class JsonWriter {
    private final StringBuilder json = new StringBuilder();

    private JsonWriter() {}

    /** {@code value} is a {@link String}, an {@link Integer}, or a list or a map of such, in the order to write. */
    static String write(Object value) {
        JsonWriter writer = new JsonWriter();
        writer.value(value);
        return writer.json.toString();
    }

    private void value(Object value) {
        if (value instanceof String text) {
            string(text);
        } else if (value instanceof List<?> list) {
            array(list);
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else {
            json.append((int) (Integer) value);
        }
    }

    private void array(List<?> values) {
        char before = '[';
        for (Object value : values) {
            json.append(before);
            value(value);
            before = ',';
        }
        json.append(before == '[' ? "[]" : "]");
    }

    private void object(Map<?, ?> values) {
        char before = '{';
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            json.append(before);
            string(String.valueOf(entry.getKey()));
            json.append(':');
            value(entry.getValue());
            before = ',';
        }
        json.append(before == '{' ? "{}" : "}");
    }

    private void string(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
