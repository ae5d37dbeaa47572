package gazette.dkim;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The header of a message: its fields, in their order. Immutable, if nobody changes the octets. */
final class Head {
    private final List<HeadField> fields;

    private Head(List<HeadField> fields) {
        this.fields = fields;
    }

    /** Reads up to the empty line, or to the end. A line that is no field is passed over. */
    static Head of(byte[] octets) {
        List<HeadField> fields = new ArrayList<>();
        int from = 0;
        while (from < octets.length && !isLineEnd(octets, from)) {
            int to = end(octets, from);
            int colon = from;
            while (colon < to && octets[colon] != ':') {
                colon++;
            }
            if (colon < to) {
                fields.add(new HeadField(octets, from, colon, to));
            }
            from = to;
        }
        return new Head(List.copyOf(fields));
    }

    /** Behind the line end of the field that begins at {@code from}: the first that no blank follows. */
    private static int end(byte[] octets, int from) {
        for (int i = from; i + 1 < octets.length; i++) {
            if (isLineEnd(octets, i) && (i + 2 == octets.length || !Blanks.isBlank(octets[i + 2]))) {
                return i + 2;
            }
        }
        return octets.length;
    }

    private static boolean isLineEnd(byte[] octets, int at) {
        return at + 1 < octets.length && octets[at] == '\r' && octets[at + 1] == '\n';
    }

    /** Where the body of {@code message} begins: behind the empty line, or at the end when there is none. */
    static int bodyAt(byte[] message) {
        if (isLineEnd(message, 0)) {
            return 2;
        }
        for (int i = 0; i + 3 < message.length; i++) {
            if (isLineEnd(message, i) && isLineEnd(message, i + 2)) {
                return i + 4;
            }
        }
        return message.length;
    }

    List<HeadField> fields() {
        return fields;
    }

    /**
     * The fields that {@code names} (in small letters) name, in canonical form: of those with the same name the last one
     * first, and nothing for a name once there is none left (RFC 6376 section 5.4.2).
     */
    byte[] canonical(List<String> names) {
        Map<String, List<HeadField>> left = new HashMap<>();
        fields.forEach(field ->
                left.computeIfAbsent(field.name(), name -> new ArrayList<>()).add(field));
        ByteArrayOutputStream canonical = new ByteArrayOutputStream(1536);
        for (String name : names) {
            List<HeadField> named = left.getOrDefault(name, List.of());
            if (!named.isEmpty()) {
                named.remove(named.size() - 1).relax(canonical);
            }
        }
        return canonical.toByteArray();
    }
}
