package org.camelforce.salesforcecc.internal.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Message;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.AbstractDTOBase;
import org.camelforce.salesforcecc.internal.request.BytesBody;
import org.camelforce.salesforcecc.internal.request.RequestBody;

/** Makes bodies of requests in JSON. */
public final class JsonBodies {

    /** What requests in JSON accept and send. */
    public static final String MEDIA_TYPE = "application/json;charset=utf-8";

    private JsonBodies() {}

    /**
     * @param parameters whose message has a body: an object of Camel's Salesforce component, text, bytes or a stream
     * @return the body to send
     * @throws SalesforceException if it cannot be read or written
     */
    public static RequestBody ofMessage(OperationParameters parameters) throws SalesforceException {
        return new BytesBody(MEDIA_TYPE, bytesOf(parameters));
    }

    /**
     * @param parameters whose message has a body
     * @param value written as JSON
     * @return the body to send
     * @throws SalesforceException if it cannot be written
     */
    public static RequestBody of(OperationParameters parameters, Object value) throws SalesforceException {
        return of(parameters, parameters.settings().json(), value);
    }

    /**
     * @param parameters of the request
     * @param json writes the value
     * @param value written as JSON
     * @return the body to send
     * @throws SalesforceException if it cannot be written
     */
    public static RequestBody of(OperationParameters parameters, ObjectMapper json, Object value)
            throws SalesforceException {
        return new BytesBody(MEDIA_TYPE, written(parameters, json, value));
    }

    /**
     * @param parameters whose message has a body: an object of Camel's Salesforce component, text, bytes or a stream
     * @return the body as bytes
     * @throws SalesforceException if it cannot be read or written
     */
    public static byte[] bytesOf(OperationParameters parameters) throws SalesforceException {
        Message message = parameters.message();
        Object body = message.getBody();
        if (body instanceof byte[] bytes) {
            return bytes;
        }
        if (body instanceof AbstractDTOBase) {
            return written(parameters, parameters.settings().json(), body);
        }
        if (body instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        InputStream stream = message.getBody(InputStream.class);
        if (stream != null) {
            return bytesOf(stream, parameters);
        }
        AbstractDTOBase dto = message.getBody(AbstractDTOBase.class);
        if (dto != null) {
            return written(parameters, parameters.settings().json(), dto);
        }
        String text = message.getBody(String.class);
        if (text == null) {
            throw parameters.denied(
                    "the body must be an object of a class that extends AbstractDTOBase, text, bytes or a"
                            + " stream, but is "
                            + (body == null ? "null" : body.getClass().getName()));
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @param stream is read to its end and closed
     * @param parameters of the request
     * @return what it has
     * @throws SalesforceException if it cannot be read
     */
    public static byte[] bytesOf(InputStream stream, OperationParameters parameters) throws SalesforceException {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new SalesforceException(
                    "The request of " + parameters.settings().operation() + " was not sent: the body cannot be read: "
                            + e,
                    e);
        }
    }

    private static byte[] written(OperationParameters parameters, ObjectMapper json, Object value)
            throws SalesforceException {
        try {
            return json.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new SalesforceException(
                    "The request of " + parameters.settings().operation()
                            + " was not sent: the body cannot be written as JSON: " + e.getMessage(),
                    e);
        }
    }
}
