package org.camelforce.salesforcecc.internal.operation.bulk;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.bulk.BatchStateEnum;
import org.apache.camel.component.salesforce.api.dto.bulk.ConcurrencyModeEnum;
import org.apache.camel.component.salesforce.api.dto.bulk.ContentType;
import org.apache.camel.component.salesforce.api.dto.bulk.JobInfo;
import org.apache.camel.component.salesforce.api.dto.bulk.JobStateEnum;
import org.apache.camel.component.salesforce.api.dto.bulk.ObjectFactory;
import org.apache.camel.component.salesforce.api.dto.bulk.OperationEnum;
import org.apache.camel.component.salesforce.api.dto.bulk.QueryResultList;
import org.camelforce.salesforcecc.internal.request.AnswerBody;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.BytesBody;
import org.camelforce.salesforcecc.internal.request.RequestBody;

/**
 * Reads and writes the documents of Bulk API 1.0. Requests are XML. Answers are XML, or JSON when the batch is: the
 * document itself shows it.
 */
final class BulkDocuments {

    private static final XMLInputFactory XML = xml();
    private static final ObjectMapper JSON = json();

    private BulkDocuments() {}

    /** What takes its time, and is not needed without Bulk API 1.0. */
    private static final class Jaxb {

        private static final JAXBContext CONTEXT = context();

        private static JAXBContext context() {
            try {
                return JAXBContext.newInstance(JobInfo.class.getPackageName(), JobInfo.class.getClassLoader());
            } catch (JAXBException e) {
                throw new IllegalStateException("The classes of the Bulk API cannot be used: " + e, e);
            }
        }
    }

    /** A job as the body of a request. */
    static RequestBody written(JobInfo job) throws SalesforceException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Jaxb.CONTEXT.createMarshaller().marshal(new ObjectFactory().createJobInfo(job), bytes);
        } catch (JAXBException e) {
            throw new SalesforceException("The job cannot be written as XML: " + e, e);
        }
        return new BytesBody("application/xml;charset=utf-8", bytes.toByteArray());
    }

    /** The body of an answer as an object. */
    static <T> T read(ApiAnswer answer, Class<T> type) throws IOException {
        String text = text(answer);
        if (text.startsWith("{")) {
            return JSON.readValue(text, type);
        }
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(text));
            try {
                return Jaxb.CONTEXT.createUnmarshaller().unmarshal(reader, type).getValue();
            } finally {
                reader.close();
            }
        } catch (JAXBException | XMLStreamException e) {
            throw new IOException("It is no " + type.getSimpleName() + ": " + e, e);
        }
    }

    /** The ids of results. */
    static List<String> resultIds(ApiAnswer answer) throws IOException {
        return isJsonArray(answer)
                ? List.of(JSON.readValue(text(answer), String[].class))
                : read(answer, QueryResultList.class).getResult();
    }

    /** Whether the body is a list in JSON. */
    static boolean isJsonArray(ApiAnswer answer) {
        return text(answer).startsWith("[");
    }

    private static String text(ApiAnswer answer) {
        AnswerBody body = answer.body();
        return body == null ? "" : body.wholeText(StandardCharsets.UTF_8).strip();
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static ObjectMapper json() {
        SimpleModule names = new SimpleModule();
        add(names, OperationEnum.class, OperationEnum::fromValue);
        add(names, JobStateEnum.class, JobStateEnum::fromValue);
        add(names, BatchStateEnum.class, BatchStateEnum::fromValue);
        add(names, ConcurrencyModeEnum.class, ConcurrencyModeEnum::fromValue);
        add(names, ContentType.class, ContentType::fromValue);
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(names)
                .build();
    }

    private static <T> void add(SimpleModule names, Class<T> type, Function<String, T> named) {
        names.addDeserializer(type, new FromStringDeserializer<T>(type) {

            private static final long serialVersionUID = 1L;

            @Override
            protected T _deserialize(String text, DeserializationContext context) {
                return named.apply(text);
            }
        });
    }
}
