package gazette.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Columns that hold a list or a map of texts: JSON, so that SQL can look inside (RFC 8259). Reads what it has written. */
final class Json {
    private Json() {}

    /** An array of strings. */
    static String array(List<String> texts) {
        StringBuilder json = new StringBuilder("[");
        for (String text : texts) {
            string(json.length() == 1 ? json : json.append(','), text);
        }
        return json.append(']').toString();
    }

    /** An object with string values, its names in alphabetical order: equal maps give equal texts. */
    static String object(Map<String, String> texts) {
        StringBuilder json = new StringBuilder("{");
        new TreeMap<>(texts).forEach((name, value) -> {
            string(json.length() == 1 ? json : json.append(','), name);
            string(json.append(':'), value);
        });
        return json.append('}').toString();
    }

    /** The strings of what {@link #array} wrote. */
    static List<String> list(String array) {
        return strings(array);
    }

    /** The names and values of what {@link #object} wrote. */
    static Map<String, String> map(String object) {
        List<String> strings = strings(object);
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < strings.size(); i += 2) {
            map.put(strings.get(i), strings.get(i + 1));
        }
        return map;
    }

    private static void string(StringBuilder json, String text) {
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

    private static List<String> strings(String json) {
        List<String> strings = new ArrayList<>();
        for (int i = json.indexOf('"'); i >= 0; i = json.indexOf('"', i + 1)) {
            StringBuilder text = new StringBuilder();
            for (i++; json.charAt(i) != '"'; i++) {
                i = character(json, i, text);
            }
            strings.add(text.toString());
        }
        return strings;
    }

    /** Appends the character written at {@code i}; where its last octet stands. */
    private static int character(String json, int i, StringBuilder text) {
        if (json.charAt(i) != '\\') {
            text.append(json.charAt(i));
            return i;
        }
        if (json.charAt(i + 1) != 'u') {
            text.append(json.charAt(i + 1));
            return i + 1;
        }
        text.append((char) Integer.parseInt(json, i + 2, i + 6, 16));
        return i + 5;
    }
}
