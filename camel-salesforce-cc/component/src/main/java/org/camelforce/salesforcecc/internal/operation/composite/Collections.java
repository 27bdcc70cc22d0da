package org.camelforce.salesforcecc.internal.operation.composite;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.JsonBodies;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.RequestBody;
import org.jspecify.annotations.Nullable;

/** What the operations on collections of records have in common. */
final class Collections {

    private Collections() {}

    /** Where collections are. */
    static Target target(OperationParameters parameters) throws SalesforceException {
        return parameters.data().path("composite").path("sobjects");
    }

    /** How many records the body has. */
    static int count(OperationParameters parameters) {
        return parameters.message().getBody() instanceof Collection<?> records ? records.size() : 0;
    }

    /** The records in the body, with what option {@code allOrNone} says. */
    static RequestBody body(OperationParameters parameters) throws SalesforceException {
        Object body = parameters.message().getBody();
        if (!(body instanceof Collection<?> records)) {
            throw parameters.denied("the body must be a list of records, for example of classes that extend"
                    + " AbstractSObjectBase, but is "
                    + (body == null ? "null" : "of type " + body.getClass().getName()));
        }
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("allOrNone", parameters.flag(Parameter.ALL_OR_NONE, false));
        collection.put("records", records);
        return JsonBodies.of(parameters, collection);
    }

    /** One result for each of so many records, in their order. */
    static List<?> results(ApiAnswer answer, OperationParameters parameters, Class<?> type, int records)
            throws IOException {
        Object results = results(answer, parameters, type);
        int count = results instanceof List<?> list ? list.size() : 0;
        if (!(results instanceof List<?> list) || count != records) {
            throw new IOException("it has " + count + " results for " + records + " records");
        }
        return list;
    }

    /** One result for each record, as far as the org has it. */
    static @Nullable Object results(ApiAnswer answer, OperationParameters parameters, Class<?> type)
            throws IOException {
        ObjectMapper json = parameters.settings().json();
        return json.readValue(answer.content(), json.getTypeFactory().constructCollectionType(List.class, type));
    }
}
