package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Answers in XML: properties are elements, and {@code attributes} are XML attributes. */
final class XmlWriter {

    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String ATTRIBUTES = "attributes";

    private final XMLStreamWriter xml;

    private XmlWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * Writes a document.
     *
     * @param root name of the root
     * @param item name of the elements of an array
     */
    static byte[] write(JsonNode body, String root, String item) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement(root);
            xml.writeNamespace("xsi", SCHEMA_INSTANCE);
            XmlWriter writer = new XmlWriter(xml);
            if (body.isArray()) {
                for (JsonNode element : body) {
                    writer.element(item, element);
                }
            } else {
                writer.content(body);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML can be written to memory", e);
        }
        return out.toByteArray();
    }

    private void element(String name, JsonNode value) throws XMLStreamException {
        if (value.isArray()) {
            for (JsonNode item : value) {
                element(name, item);
            }
        } else {
            xml.writeStartElement(name);
            content(value);
            xml.writeEndElement();
        }
    }

    private void content(JsonNode value) throws XMLStreamException {
        if (value.isNull()) {
            xml.writeAttribute("xsi", SCHEMA_INSTANCE, "nil", "true");
        } else if (value instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> attribute : object.path(ATTRIBUTES).properties()) {
                xml.writeAttribute(attribute.getKey(), attribute.getValue().asText());
            }
            for (Map.Entry<String, JsonNode> property : object.properties()) {
                if (!property.getKey().equals(ATTRIBUTES)) {
                    element(property.getKey(), property.getValue());
                }
            }
        } else {
            xml.writeCharacters(legal(value.asText()));
        }
    }

    /** XML 1.0 has no place for most control characters. */
    private static String legal(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
