package org.camelforce.salesforcecc.internal.operation.apex;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.DtoClasses;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.request.AnswerBody;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer that may be any value in JSON: a record of a class in the packages of option {@code packages}, or a
 * text, number, boolean, list, map or null.
 */
final class AnyValue {

    private static final String ATTRIBUTES = "attributes";
    private static final String AGGREGATE = "AggregateResult";

    private AnyValue() {}

    /**
     * @param body a value in JSON
     * @param parameters of the request
     * @param chosen the class that it is of, null if the value says so or if it is of none
     * @return the value
     * @throws IOException if it is none
     * @throws SalesforceException if it is a record of which there is no class
     */
    static @Nullable Object read(AnswerBody body, OperationParameters parameters, @Nullable Class<?> chosen)
            throws IOException, SalesforceException {
        ObjectMapper json = parameters.settings().json();
        Class<?> type = chosen == null ? typeIn(body, parameters) : chosen;
        return json.readValue((InputStream) body, type);
    }

    /** Looks at the first object alone: a record begins with its attributes. */
    private static Class<?> typeIn(AnswerBody body, OperationParameters parameters)
            throws IOException, SalesforceException {
        Class<?> type = null;
        try (JsonParser json = parameters.settings().json().createParser((InputStream) body)) {
            JsonToken token = json.nextToken();
            while (token != null && token != JsonToken.END_OBJECT && type == null) {
                if (token == JsonToken.FIELD_NAME && "type".equals(json.currentName())) {
                    boolean isRecord = ATTRIBUTES.equals(
                            json.getParsingContext().getParent().getCurrentName());
                    type = classOf(json.nextTextValue(), isRecord, parameters);
                }
                token = json.nextToken();
            }
        }
        body.reset();
        return type == null ? Object.class : type;
    }

    /** A field of that name need not be meant for a record's type. */
    private static @Nullable Class<?> classOf(@Nullable String name, boolean isRecord, OperationParameters parameters)
            throws SalesforceException {
        if (name == null || name.equals(AGGREGATE)) {
            return null;
        }
        return isRecord
                ? DtoClasses.named(name, parameters.settings())
                : parameters.settings().dtoClass(name);
    }
}
