package org.camelforce.salesforcecc.internal.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
     * @param parameters whose message has a body: an object of Camel's Salesforce component, a file, text, bytes or a
     *     stream
     * @return the body to send
     * @throws SalesforceException if it cannot be read or written
     */
    public static RequestBody ofMessage(OperationParameters parameters) throws SalesforceException {
        Message message = parameters.message();
        Object body = message.getBody();
        if (body instanceof AbstractDTOBase) {
            return of(parameters, body);
        }
        RequestBody upload = UploadBodies.find(parameters, MEDIA_TYPE);
        if (upload != null) {
            return upload;
        }
        AbstractDTOBase dto = message.getBody(AbstractDTOBase.class);
        if (dto != null) {
            return of(parameters, dto);
        }
        String text = message.getBody(String.class);
        if (text == null) {
            throw parameters.denied(
                    "the body must be an object of a class that extends AbstractDTOBase, a file, text, bytes or a"
                            + " stream, but is "
                            + (body == null ? "null" : body.getClass().getName()));
        }
        return BytesBody.of(MEDIA_TYPE, text);
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
     * @param parameters of the request
     * @param value written as JSON
     * @return the value as bytes
     * @throws SalesforceException if it cannot be written
     */
    public static byte[] bytesOf(OperationParameters parameters, Object value) throws SalesforceException {
        return written(parameters, parameters.settings().json(), value);
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
