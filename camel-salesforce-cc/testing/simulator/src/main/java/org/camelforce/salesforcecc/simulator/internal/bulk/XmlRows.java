package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.camelforce.salesforcecc.simulator.internal.model.XmlProblem;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.jspecify.annotations.Nullable;

/** The records of an XML file, read one by one (Bulk API Developer Guide, "XML and XML Attachments"). */
final class XmlRows implements RowSource {

    private final InputStream in;
    private final XMLStreamReader xml;
    private final SObjectDefinition object;
    private @Nullable InputRow next;
    private boolean atEnd;

    XmlRows(Path file, SObjectDefinition object) throws IOException {
        this.object = object;
        this.in = Files.newInputStream(file);
        try {
            this.xml = ClassicXml.reader(in);
            xml.nextTag();
        } catch (XMLStreamException e) {
            in.close();
            throw unreadable(e);
        }
    }

    @Override
    public boolean hasNext() {
        if (next == null && !atEnd) {
            try {
                if (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
                    next = row();
                } else {
                    atEnd = true;
                }
            } catch (XMLStreamException e) {
                throw unreadable(e);
            }
        }
        return next != null;
    }

    @Override
    public InputRow next() {
        InputRow row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return row;
    }

    private InputRow row() throws XMLStreamException {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        @Nullable ApiException problem = null;
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            try {
                field(fields);
            } catch (ApiException e) {
                problem = e;
            }
        }
        return new InputRow(List.of(), fields, problem);
    }

    private void field(ObjectNode fields) throws XMLStreamException {
        String name = xml.getLocalName();
        boolean isNull = "true".equals(xml.getAttributeValue(ClassicXml.INSTANCE_NAMESPACE, "nil"));
        String text = text(xml.next());
        if (xml.isStartElement()) {
            // a parent, as an sObject with its external id
            xml.nextTag();
            String parentField = xml.getLocalName();
            RowFields.put(object, fields, name + "." + parentField, xml.getElementText());
            xml.nextTag();
            xml.nextTag();
        } else if (isNull) {
            RowFields.putNull(object, fields, name);
        } else {
            RowFields.put(object, fields, name, text);
        }
    }

    /** The text from here on, up to the end of the element or the start of another one. */
    private String text(int first) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int event = first;
        while (event != XMLStreamConstants.END_ELEMENT && event != XMLStreamConstants.START_ELEMENT) {
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
            event = xml.next();
        }
        return text.toString();
    }

    private static JobFailedException unreadable(XMLStreamException e) {
        return new JobFailedException(BulkError.INVALID_BATCH.message(
                "Failed to parse the XML: " + XmlProblem.text(e).replace('\n', ' ')));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
