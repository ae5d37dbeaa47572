package gazette.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One element of an XML document, without its comments. Immutable.
 *
 * @param namespace empty when it is in none
 * @param name its local name, as written
 * @param attributes by local name, those of the XML namespace as {@code xml:base} and {@code xml:lang}, others with a
 *     namespace as <code>{namespace}name</code>
 * @param content text and elements in order: each a {@link String} or an {@link Element}
 */
record Element(String namespace, String name, Map<String, String> attributes, List<Object> content) {
    Element {
        attributes = Map.copyOf(attributes);
        content = List.copyOf(content);
    }

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** The elements right inside it. */
    Stream<Element> children() {
        return content.stream().filter(Element.class::isInstance).map(Element.class::cast);
    }

    /** The elements right inside it of this namespace and name, the case of the name aside. */
    List<Element> children(String theirNamespace, String theirName) {
        return children()
                .filter(child -> child.namespace.equals(theirNamespace) && child.name.equalsIgnoreCase(theirName))
                .toList();
    }

    /** All the text inside it, at any depth, as it stands. */
    String text() {
        return content.stream()
                .map(part -> part instanceof Element element ? element.text() : part.toString())
                .collect(Collectors.joining());
    }

    /** The same element with more in it. */
    Element with(Object more) {
        List<Object> all = new ArrayList<>(content);
        all.add(more);
        return new Element(namespace, name, attributes, all);
    }
}
