package gazette.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON that this package has written: strings, numbers without a fraction, arrays and objects (RFC 8259). Blanks
 * between them are allowed, so that a person may have looked at it with a formatter.
 */
final class JsonReader {
    private final String json;
    private int at;

    private JsonReader(String json) {
        this.json = json;
    }

    /**
     * A {@link String}, an {@link Integer}, a {@link List} or a {@link Map} with its names in the order of the text.
     *
     * @throws IllegalStateException when it is none of these
     */
    static Object read(String json) {
        try {
            return new JsonReader(json).value();
        } catch (IndexOutOfBoundsException | NumberFormatException cutOff) {
            throw new IllegalStateException("the store holds JSON that Gazette did not write: " + json, cutOff);
        }
    }

    private Object value() {
        return switch (next()) {
            case '"' -> string();
            case '[' -> array();
            case '{' -> object();
            default -> number();
        };
    }

    /** The first character after blanks, where the reader then stands. */
    private char next() {
        while (Character.isWhitespace(json.charAt(at))) {
            at++;
        }
        return json.charAt(at);
    }

    private List<Object> array() {
        List<Object> values = new ArrayList<>();
        for (at++; next() != ']'; skipComma()) {
            values.add(value());
        }
        at++;
        return values;
    }

    private Map<String, Object> object() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (at++; next() != '}'; skipComma()) {
            String name = string();
            if (next() == ':') {
                at++;
            }
            values.put(name, value());
        }
        at++;
        return values;
    }

    private void skipComma() {
        if (next() == ',') {
            at++;
        }
    }

    private Integer number() {
        int from = at;
        while (at < json.length() && (json.charAt(at) == '-' || Character.isDigit(json.charAt(at)))) {
            at++;
        }
        return Integer.valueOf(json.substring(from, at));
    }

    private String string() {
        int from = ++at;
        while (json.charAt(at) != '"' && json.charAt(at) != '\\') {
            at++;
        }
        if (json.charAt(at) == '"') {
            return json.substring(from, at++);
        }
        StringBuilder text = new StringBuilder().append(json, from, at);
        for (; json.charAt(at) != '"'; at++) {
            text.append(json.charAt(at) == '\\' ? escaped() : json.charAt(at));
        }
        at++;
        return text.toString();
    }

    private char escaped() {
        char c = json.charAt(++at);
        if (c != 'u') {
            return c;
        }
        at += 4;
        return (char) Integer.parseInt(json, at - 3, at + 1, 16);
    }
}
