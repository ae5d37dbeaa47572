package gazette.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the names in a start tag mean, by the namespaces in force there.
 *
 * @param written the element's name with its prefix
 * @param attributes as in {@link Element}
 * @param prefixes namespaces by prefix, the default one by the empty prefix
 */
record Names(String written, Map<String, String> attributes, Map<String, String> prefixes) {
    /**
     * Resolves the names of a start tag.
     *
     * @param attributes values by name with prefix, declarations of namespaces among them
     * @param around the open elements, the innermost last
     */
    static Names of(String written, Map<String, String> attributes, List<Growth.Open> around) {
        Map<String, String> outer =
                around.isEmpty() ? Map.of() : around.get(around.size() - 1).prefixes();
        if (attributes.isEmpty()) {
            return new Names(written, Map.of(), outer);
        }
        Names names = new Names(written, new HashMap<>(), prefixes(attributes, outer));
        attributes.forEach((name, value) -> {
            if (!isDeclaration(name)) {
                names.attributes.putIfAbsent(names.ofAttribute(name), value);
            }
        });
        return names;
    }

    private static Map<String, String> prefixes(Map<String, String> attributes, Map<String, String> outer) {
        if (attributes.keySet().stream().noneMatch(Names::isDeclaration)) {
            return outer;
        }
        Map<String, String> prefixes = new HashMap<>(outer);
        attributes.forEach((name, uri) -> {
            if (isDeclaration(name) && prefixes.size() < Growth.ATTRIBUTES) {
                prefixes.put(name.substring(Math.min(name.length(), 6)), Namespaces.usual(uri));
            }
        });
        return prefixes.equals(outer) ? outer : prefixes;
    }

    private static boolean isDeclaration(String name) {
        return name.startsWith("xmlns") && (name.length() == 5 || name.charAt(5) == ':');
    }

    /** The namespace of the element. */
    String namespace() {
        int colon = written.indexOf(':');
        return colon < 0 ? prefixes.getOrDefault("", "") : ofPrefix(written.substring(0, colon));
    }

    /** The name of the element without its prefix. */
    String name() {
        return local(written);
    }

    private String ofAttribute(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : Namespaces.attribute(ofPrefix(name.substring(0, colon)), local(name));
    }

    private String ofPrefix(String prefix) {
        String declared = prefix.equals("xml") ? Namespaces.XML : prefixes.getOrDefault(prefix, "");
        return declared.isEmpty() ? Namespaces.undeclared(prefix) : declared;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
