package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.commons.csv.CSVPrinter;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** Writes what became of each row of a batch (Bulk API Developer Guide, "Get Batch Results"). */
interface RowResults extends AutoCloseable {

    void add(RowOutcome outcome) throws IOException;

    @Override
    void close() throws IOException;

    static RowResults open(Path file, DataFormat format) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        try {
            return switch (format) {
                case CSV -> new Csv(out);
                case JSON -> new Json(out);
                case XML -> new Xml(out);
            };
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Rows of CSV. */
    final class Csv implements RowResults {

        private final CSVPrinter printer;

        Csv(BufferedWriter out) throws IOException {
            printer = new CSVPrinter(out, CsvDialect.DEFAULT.writing());
            printer.printRecord("Id", "Success", "Created", "Error");
        }

        @Override
        public void add(RowOutcome outcome) throws IOException {
            printer.printRecord(
                    outcome.isSuccess() ? outcome.id() : "",
                    outcome.isSuccess(),
                    outcome.created(),
                    outcome.errorText());
        }

        @Override
        public void close() throws IOException {
            printer.close();
        }
    }

    /** A list of JSON. */
    final class Json implements RowResults {

        private final JsonGenerator json;

        Json(BufferedWriter out) throws IOException {
            json = new ObjectMapper().createGenerator(out);
            json.writeStartArray();
        }

        @Override
        public void add(RowOutcome outcome) throws IOException {
            json.writeStartObject();
            json.writeBooleanField("success", outcome.isSuccess());
            json.writeBooleanField("created", outcome.created());
            json.writeStringField("id", outcome.isSuccess() ? outcome.id() : null);
            json.writeArrayFieldStart("errors");
            ApiException error = outcome.error();
            if (error != null) {
                json.writeStartObject();
                json.writeStringField("message", error.getMessage());
                json.writeArrayFieldStart("fields");
                for (String field : error.fields()) {
                    json.writeString(field);
                }
                json.writeEndArray();
                json.writeStringField("statusCode", error.errorCode());
                json.writeNullField("extendedErrorDetails");
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }

        @Override
        public void close() throws IOException {
            json.writeEndArray();
            json.close();
        }
    }

    /** Elements of XML. */
    final class Xml implements RowResults {

        private final BufferedWriter out;
        private final XMLStreamWriter xml;

        Xml(BufferedWriter out) throws XMLStreamException {
            this.out = out;
            this.xml = ClassicXml.writer(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("results");
            xml.writeDefaultNamespace(ClassicXml.NAMESPACE);
        }

        @Override
        public void add(RowOutcome outcome) throws IOException {
            try {
                xml.writeStartElement("result");
                ApiException error = outcome.error();
                if (error != null) {
                    xml.writeStartElement("errors");
                    for (String field : error.fields()) {
                        element("fields", field);
                    }
                    element("message", String.valueOf(error.getMessage()));
                    element("statusCode", error.errorCode());
                    xml.writeEndElement();
                } else {
                    element("id", outcome.id());
                }
                element("success", String.valueOf(outcome.isSuccess()));
                element("created", String.valueOf(outcome.created()));
                xml.writeEndElement();
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        }

        private void element(String name, String text) throws XMLStreamException {
            xml.writeStartElement(name);
            xml.writeCharacters(ClassicXml.text(text));
            xml.writeEndElement();
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
