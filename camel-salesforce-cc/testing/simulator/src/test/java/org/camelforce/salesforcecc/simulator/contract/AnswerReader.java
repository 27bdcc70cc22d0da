package org.camelforce.salesforcecc.simulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Reads JSON, XML, CSV and text as one JSON document with status, headers and body. */
final class AnswerReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AnswerReader() {}

    static ObjectNode read(HttpResponse<String> response) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("status", response.statusCode());
        ObjectNode headers = answer.putObject("headers");
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        if (!response.body().isEmpty()) {
            answer.set("body", body(response));
        }
        return answer;
    }

    private static JsonNode body(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        String text = response.body();
        try {
            if (type.contains("json")) {
                return JSON.readTree(text);
            } else if (type.contains("xml")) {
                return xml(text);
            } else if (type.contains("csv")) {
                return csv(text);
            }
            return TextNode.valueOf(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private static ArrayNode csv(String text) throws IOException {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            parser.forEach(line -> line.forEach(rows.addArray()::add));
        }
        return rows;
    }

    private static ObjectNode xml(String text) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            if (root.getNamespaceURI() != null) {
                document.put("xmlns", root.getNamespaceURI());
            }
            document.set(root.getLocalName(), value(root));
            return document;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static JsonNode value(Element element) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                add(fields, inner.getLocalName(), value(inner));
            }
        }
        return fields.isEmpty() ? TextNode.valueOf(element.getTextContent()) : fields;
    }

    private static void add(ObjectNode fields, String name, JsonNode value) {
        JsonNode before = fields.get(name);
        if (before instanceof ArrayNode several) {
            several.add(value);
        } else if (before != null) {
            fields.putArray(name).add(before).add(value);
        } else {
            fields.set(name, value);
        }
    }
}
