package org.camelforce.salesforcecc.internal.operation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.request.AnswerBody;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.jspecify.annotations.Nullable;

/** Which class the records of an answer are. */
public final class DtoClasses {

    private DtoClasses() {}

    /**
     * Reads a record, or whatever else the class says.
     *
     * @param answer with a body
     * @param parameters of the request, whose options {@code sObjectName} and {@code sObjectClass} tell the class
     * @return the object, or the body itself with {@code rawPayload}
     * @throws IOException if the body is no such object
     * @throws SalesforceException if there is no class for it
     */
    public static @Nullable Object read(ApiAnswer answer, OperationParameters parameters)
            throws IOException, SalesforceException {
        AnswerBody body = answer.body();
        if (parameters.settings().isRawPayload() || body == null) {
            return answer.content();
        }
        Class<?> chosen = chosen(parameters);
        Class<?> type = chosen == null ? detected(body, parameters.settings()) : chosen;
        return parameters.settings().json().readValue((InputStream) body, type);
    }

    /**
     * @param parameters whose options {@code sObjectName} and {@code sObjectClass} tell the class
     * @return the class, null if they tell none
     * @throws SalesforceException if there is no such class
     */
    public static @Nullable Class<?> chosen(OperationParameters parameters) throws SalesforceException {
        String className = parameters.text(Parameter.SOBJECT_CLASS);
        String sObjectName = parameters.text(Parameter.SOBJECT_NAME);
        Class<?> type = sObjectName == null ? null : named(sObjectName, parameters.settings());
        if (className == null) {
            return type;
        }
        Class<?> found = parameters.settings().context().getClassResolver().resolveClass(className);
        if (found == null) {
            throw parameters.denied("class " + className + ", which option sObjectClass names, does not exist");
        }
        return found;
    }

    private static Class<?> detected(AnswerBody body, OperationSettings settings)
            throws IOException, SalesforceException {
        String type = typeIn(body, settings);
        return type == null ? Map.class : named(type, settings);
    }

    /**
     * @param body with a record or several; is read from its beginning after this
     * @param settings of the request
     * @return the type of the first record, null if there is none
     * @throws IOException if the body is no JSON
     */
    public static @Nullable String typeIn(AnswerBody body, OperationSettings settings) throws IOException {
        String type = null;
        try (JsonParser json = settings.json().createParser((InputStream) body)) {
            for (JsonToken token = json.nextToken(); token != null && type == null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && "type".equals(json.currentName())) {
                    type = json.nextTextValue();
                }
            }
        } finally {
            body.reset();
        }
        return type;
    }

    /**
     * @param simpleName of a class of records
     * @param settings of the request
     * @return the class
     * @throws SalesforceException if there is none of that name
     */
    public static Class<?> named(String simpleName, OperationSettings settings) throws SalesforceException {
        Class<?> type = settings.dtoClass(simpleName);
        if (type == null) {
            throw new SalesforceException(
                    "Class " + simpleName
                            + " is not in the packages of option packages. Add its package, or set option sObjectClass or"
                            + " rawPayload",
                    0);
        }
        return type;
    }
}
