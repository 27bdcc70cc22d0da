package org.camelforce.salesforcecc.simulator.internal.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * The formats of a token response, which the parameter {@code format} chooses (Connect REST API Developer Guide, "OAuth
 * and Connect REST API"). The name of the XML document's root is not confirmed.
 */
enum OAuthFormat {
    JSON("application/json;charset=UTF-8") {
        @Override
        String write(ObjectNode fields) {
            return fields.toString();
        }
    },
    XML("application/xml;charset=UTF-8") {
        @Override
        String write(ObjectNode fields) {
            StringWriter text = new StringWriter();
            try {
                XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
                xml.writeStartDocument("UTF-8", "1.0");
                xml.writeStartElement("OAuth");
                for (Map.Entry<String, JsonNode> field : fields.properties()) {
                    xml.writeStartElement(field.getKey());
                    xml.writeCharacters(field.getValue().asText());
                    xml.writeEndElement();
                }
                xml.writeEndDocument();
                xml.close();
            } catch (XMLStreamException e) {
                throw new IllegalStateException("text can be written to memory", e);
            }
            return text.toString();
        }
    },
    URLENCODED("application/x-www-form-urlencoded;charset=UTF-8") {
        @Override
        String write(ObjectNode fields) {
            return fields.propertyStream()
                    .map(field -> field.getKey() + "="
                            + URLEncoder.encode(field.getValue().asText(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
        }
    };

    private final String contentType;

    OAuthFormat(String contentType) {
        this.contentType = contentType;
    }

    /** The format of a name; JSON if there is none of that name. */
    static OAuthFormat named(@Nullable String name) {
        return switch (name == null ? "" : name.toLowerCase(Locale.ROOT)) {
            case "xml" -> XML;
            case "urlencoded" -> URLENCODED;
            default -> JSON;
        };
    }

    String contentType() {
        return contentType;
    }

    abstract String write(ObjectNode fields);
}
