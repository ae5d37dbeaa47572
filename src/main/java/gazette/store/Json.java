package gazette.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Columns that hold a list or a map of texts: JSON, so that SQL can look inside. Reads what it has written. */
final class Json {
    private Json() {}

    /** An array of strings. */
    static String array(List<String> texts) {
        return JsonWriter.write(texts);
    }

    /** An object with string values, its names in alphabetical order: equal maps give equal texts. */
    static String object(Map<String, String> texts) {
        return JsonWriter.write(new TreeMap<>(texts));
    }

    /** The strings of what {@link #array} wrote. */
    static List<String> list(String array) {
        return ((List<?>) JsonReader.read(array))
                .stream().map(String.class::cast).toList();
    }

    /** The names and values of what {@link #object} wrote. */
    static Map<String, String> map(String object) {
        Map<String, String> map = new TreeMap<>();
        ((Map<?, ?>) JsonReader.read(object)).forEach((name, value) -> map.put((String) name, (String) value));
        return map;
    }
}
