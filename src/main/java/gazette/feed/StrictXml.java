package gazette.feed;

import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads what is well-formed XML and has no DOCTYPE, as the standard says, and nothing else. */
final class StrictXml {
    private static final XMLInputFactory FACTORY = factory();

    private final Growth growth = new Growth();

    private StrictXml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false); // it takes the square of the prefixes' number
        return factory;
    }

    /** The tree; empty when the document is not well-formed, has a DOCTYPE or more or deeper elements than {@link Growth} takes. */
    static Optional<Element> read(Reader document) {
        return new StrictXml().readWhole(document);
    }

    private Optional<Element> readWhole(Reader document) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(document);
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> open(reader);
                    case XMLStreamConstants.END_ELEMENT -> growth.close();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        growth.text(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                        return Optional.empty();
                    }
                    default -> {}
                }
            }
            return growth.root();
        } catch (XMLStreamException
                | RuntimeException notWellFormed) { // the JDK's parser throws unchecked ones as well
            return Optional.empty();
        }
    }

    private void open(XMLStreamReader reader) {
        if (growth.isDone() || growth.isTooDeep()) {
            throw new IllegalStateException("more elements than a feed has, or deeper ones");
        }
        growth.open(Names.of(written(reader.getPrefix(), reader.getLocalName()), attributes(reader), growth.open()));
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        int count = Math.min(reader.getAttributeCount(), Growth.ATTRIBUTES);
        if (count == 0) {
            return Map.of();
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < count; i++) {
            attributes.put(
                    written(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
                    Characters.legal(reader.getAttributeValue(i)));
        }
        return attributes;
    }

    /** The name with its prefix, which the JDK's parser has in the name for elements and beside it for attributes. */
    @SuppressWarnings("NullAway") // no prefix at all
    private static String written(String prefix, String name) {
        return prefix == null || prefix.isEmpty() || name.indexOf(':') >= 0 ? name : prefix + ":" + name;
    }
}
