package gazette.feed;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XML document as a tree, repaired where feeds are known to be broken.
 *
 * @param root empty when the document is refused
 * @param encoding the charset that it was read in
 * @param refusal why it cannot be read, and what to do; empty when it was
 */
record Scan(Optional<Element> root, String encoding, String refusal) {
    private static final XMLInputFactory FACTORY = factory();

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    static Scan of(byte[] octets, Optional<String> contentType) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(octets));
            Deque<Open> open = new ArrayDeque<>();
            open.push(new Open("", "", Map.of(), new ArrayList<>()));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> open.push(open(reader));
                    case XMLStreamConstants.END_ELEMENT -> {
                        Open closed = open.pop();
                        open.element()
                                .content
                                .add(new Element(closed.namespace, closed.name, closed.attributes, closed.content));
                    }
                    case XMLStreamConstants.CHARACTERS -> open.element().content.add(reader.getText());
                    default -> {}
                }
            }
            Optional<Element> root = open.element().content.stream()
                    .filter(Element.class::isInstance)
                    .map(Element.class::cast)
                    .findFirst();
            return new Scan(root, "UTF-8", "");
        } catch (XMLStreamException notXml) {
            return new Scan(Optional.empty(), "", contentType + ": " + notXml.getMessage());
        }
    }

    private record Open(String namespace, String name, Map<String, String> attributes, List<Object> content) {}

    private static Open open(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace =
                    Optional.ofNullable(reader.getAttributeNamespace(i)).orElse("");
            String name = reader.getAttributeLocalName(i);
            String key = namespace.isEmpty()
                    ? name
                    : namespace.equals("http://www.w3.org/XML/1998/namespace")
                            ? "xml:" + name
                            : "{" + namespace + "}" + name;
            attributes.put(key, reader.getAttributeValue(i));
        }
        String namespace = Optional.ofNullable(reader.getNamespaceURI()).orElse("");
        return new Open(namespace, reader.getLocalName(), attributes, new ArrayList<>());
    }
}
