package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What queries of Bulk API 1.0 found, in XML or JSON (Bulk API Developer Guide, "Bulk Query"). */
final class ClassicRecords {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ClassicRecords() {}

    static ResultSink open(Path file, DataFormat format, String object, int apiVersion) throws IOException {
        return switch (format) {
            case CSV -> new ResultFile(file, CsvDialect.DEFAULT);
            case JSON -> new Json(file, object, apiVersion);
            case XML -> new Xml(file, object);
        };
    }

    /** A row with the fields of parents in objects of their own. */
    private static ObjectNode nested(List<String> names, List<String> values) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < names.size(); i++) {
            String[] path = names.get(i).split("\\.");
            ObjectNode place = row;
            for (int depth = 0; depth < path.length - 1; depth++) {
                place = place.withObject("/" + path[depth]);
            }
            if (values.get(i).isEmpty()) {
                place.putNull(path[path.length - 1]);
            } else {
                place.put(path[path.length - 1], values.get(i));
            }
        }
        return row;
    }

    private static final class Json implements ResultSink {

        private final JsonGenerator json;
        private final String object;
        private final String url;
        private List<String> names = List.of();

        Json(Path file, String object, int apiVersion) throws IOException {
            this.json = JSON.createGenerator(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
            this.object = object;
            this.url = "/services/data/v" + apiVersion + ".0/sobjects/" + object + "/";
            json.writeStartArray();
        }

        @Override
        public void columns(List<String> columns) {
            names = columns;
        }

        @Override
        public void row(List<String> values) throws IOException {
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            ObjectNode fields = nested(names, values);
            row.putObject("attributes")
                    .put("type", object)
                    .put("url", url + fields.path("Id").asText(""));
            row.setAll(fields);
            JSON.writeTree(json, row);
        }

        @Override
        public void close() throws IOException {
            json.writeEndArray();
            json.close();
        }
    }

    private static final class Xml implements ResultSink {

        private final BufferedWriter out;
        private final XMLStreamWriter xml;
        private final String object;
        private List<String> names = List.of();

        Xml(Path file, String object) throws IOException {
            this.object = object;
            this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            try {
                this.xml = ClassicXml.writer(out);
                xml.writeStartDocument("UTF-8", "1.0");
                xml.writeStartElement("queryResult");
                xml.writeDefaultNamespace(ClassicXml.NAMESPACE);
                xml.writeNamespace("xsi", ClassicXml.INSTANCE_NAMESPACE);
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void columns(List<String> columns) {
            names = columns;
        }

        @Override
        public void row(List<String> values) throws IOException {
            try {
                xml.writeStartElement("records");
                xml.writeAttribute("xsi", ClassicXml.INSTANCE_NAMESPACE, "type", "sObject");
                xml.writeStartElement("type");
                xml.writeCharacters(object);
                xml.writeEndElement();
                fields(nested(names, values));
                xml.writeEndElement();
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        }

        private void fields(ObjectNode row) throws XMLStreamException {
            for (Map.Entry<String, JsonNode> field : row.properties()) {
                xml.writeStartElement(field.getKey());
                if (field.getValue() instanceof ObjectNode parent) {
                    xml.writeAttribute("xsi", ClassicXml.INSTANCE_NAMESPACE, "type", "sObject");
                    fields(parent);
                } else if (field.getValue().isNull()) {
                    xml.writeAttribute("xsi", ClassicXml.INSTANCE_NAMESPACE, "nil", "true");
                } else {
                    xml.writeCharacters(ClassicXml.text(field.getValue().asText()));
                }
                xml.writeEndElement();
            }
        }

        @Override
        public void close() throws IOException {
            try (out) {
                xml.writeEndElement();
                xml.writeEndDocument();
                xml.close();
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        }
    }
}
