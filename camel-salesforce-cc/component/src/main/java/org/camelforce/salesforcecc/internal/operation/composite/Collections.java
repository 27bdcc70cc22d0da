package org.camelforce.salesforcecc.internal.operation.composite;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.AbstractDescribedSObjectBase;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectCollection;
import org.camelforce.salesforcecc.internal.operation.JsonBodies;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.RequestBody;

/** What the operations on collections of records have in common. */
final class Collections {

    private Collections() {}

    /** Where collections are. */
    static Target target(OperationParameters parameters) throws SalesforceException {
        return parameters.data().path("composite").path("sobjects");
    }

    /** The records in the body, with what option {@code allOrNone} says. */
    static RequestBody body(OperationParameters parameters) throws SalesforceException {
        Object body = parameters.message().getBody();
        if (!(body instanceof Collection<?> records)) {
            throw parameters.denied("the body must be a list of objects of classes that extend"
                    + " AbstractDescribedSObjectBase, but is "
                    + (body == null ? "null" : "of type " + body.getClass().getName()));
        }
        List<AbstractDescribedSObjectBase> described = new ArrayList<>();
        for (Object each : records) {
            if (each != null && !(each instanceof AbstractDescribedSObjectBase)) {
                throw parameters.denied("the list in the body has an object of type "
                        + each.getClass().getName() + ", which does not extend AbstractDescribedSObjectBase");
            }
            described.add((AbstractDescribedSObjectBase) each);
        }
        SObjectCollection collection = new SObjectCollection();
        collection.setRecords(described);
        collection.setAllOrNone(parameters.flag(Parameter.ALL_OR_NONE, false));
        return JsonBodies.of(parameters, collection);
    }

    /** One result for each record. */
    static Object results(ApiAnswer answer, OperationParameters parameters, Class<?> type) throws IOException {
        ObjectMapper json = parameters.settings().json();
        return json.readValue(answer.content(), json.getTypeFactory().constructCollectionType(List.class, type));
    }
}
