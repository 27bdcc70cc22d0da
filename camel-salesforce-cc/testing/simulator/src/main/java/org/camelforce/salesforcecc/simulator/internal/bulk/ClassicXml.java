package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** XML as Bulk API 1.0 has it. */
final class ClassicXml {

    static final String NAMESPACE = "http://www.force.com/2009/06/asyncapi/dataload";
    static final String INSTANCE_NAMESPACE = "http://www.w3.org/2001/XMLSchema-instance";

    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final int MOMENT_LENGTH = "2026-11-20T10:00:00.000+0000".length();
    private static final XMLInputFactory INPUT = input();
    private static final XMLOutputFactory OUTPUT = XMLOutputFactory.newFactory();

    private ClassicXml() {}

    private static XMLInputFactory input() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        return INPUT.createXMLStreamReader(in);
    }

    static XMLStreamWriter writer(Writer out) throws XMLStreamException {
        return OUTPUT.createXMLStreamWriter(out);
    }

    /** An element with one child for each property; those that are lists or objects have children themselves. */
    static String write(String root, JsonNode body) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = writer(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(NAMESPACE);
            children(xml, body);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the answer cannot be written", e);
        }
        return out.toString();
    }

    private static void children(XMLStreamWriter xml, JsonNode body) throws XMLStreamException {
        for (Map.Entry<String, JsonNode> property : body.properties()) {
            Iterable<JsonNode> values =
                    property.getValue().isArray() ? property.getValue() : List.of(property.getValue());
            for (JsonNode value : values) {
                xml.writeStartElement(property.getKey());
                if (value.isObject()) {
                    children(xml, value);
                } else {
                    xml.writeCharacters(text(moment(value.asText())));
                }
                xml.writeEndElement();
            }
        }
    }

    /** A text without the characters that XML cannot hold, not even as references. */
    static String text(String text) {
        return NOT_IN_XML.matcher(text).replaceAll("\uFFFD");
    }

    private static String moment(String text) {
        return text.length() == MOMENT_LENGTH && text.endsWith("+0000") ? text.replace("+0000", "Z") : text;
    }

    /** The texts of the elements below the root. */
    static ObjectNode read(InputStream in) throws XMLStreamException {
        XMLStreamReader xml = reader(in);
        ObjectNode found = JsonNodeFactory.instance.objectNode();
        xml.nextTag();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            found.put(xml.getLocalName(), xml.getElementText());
        }
        return found;
    }
}
