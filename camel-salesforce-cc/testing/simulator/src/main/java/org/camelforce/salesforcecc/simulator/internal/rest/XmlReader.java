package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.camelforce.salesforcecc.simulator.internal.model.XmlProblem;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * Bodies in XML as the JSON that they stand for: elements are properties, XML attributes are those of
 * {@code attributes}, and elements that are repeated or called {@code records} are arrays.
 */
final class XmlReader {

    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String RECORDS = "records";
    private static final int DEEPEST = 50;

    // More than 200 records with 800 fields each have.
    private static final int MAX_ELEMENTS = 500_000;

    private final XMLStreamReader xml;
    private int elements;

    private XmlReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** What is no XML document is answered with {@code XML_PARSER_ERROR}. */
    static ObjectNode parse(InputStream document) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(document);
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                // what comes before the root says nothing
            }
            JsonNode root = new XmlReader(xml).element(1);
            while (xml.hasNext()) {
                xml.next();
            }
            return root instanceof ObjectNode object ? object : Json.object();
        } catch (XMLStreamException e) {
            throw new ApiException(400, "XML_PARSER_ERROR", XmlProblem.text(e));
        }
    }

    private JsonNode element(int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("elements are nested too deeply", xml.getLocation());
        }
        elements++;
        if (elements > MAX_ELEMENTS) {
            throw new XMLStreamException("there are too many elements", xml.getLocation());
        }
        boolean isNull = "true".equals(xml.getAttributeValue(SCHEMA_INSTANCE, "nil"));
        ObjectNode object = Json.object();
        attributes(xml, object);
        StringBuilder text = new StringBuilder();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                String name = xml.getLocalName();
                add(object, name, element(depth + 1));
            } else if (xml.isCharacters()) {
                text.append(xml.getText());
            }
        }
        if (isNull) {
            return NullNode.getInstance();
        }
        return object.isEmpty() && depth > 1 ? TextNode.valueOf(text.toString()) : object;
    }

    private static void attributes(XMLStreamReader xml, ObjectNode object) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (namespace == null || namespace.isEmpty()) {
                object.withObject("/attributes").put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
        }
    }

    private static void add(ObjectNode object, String name, JsonNode value) {
        @Nullable JsonNode known = object.get(name);
        if (known instanceof ArrayNode several) {
            several.add(value);
        } else if (known != null) {
            object.putArray(name).add(known).add(value);
        } else if (name.equals(RECORDS)) {
            object.putArray(name).add(value);
        } else {
            object.set(name, value);
        }
    }
}
