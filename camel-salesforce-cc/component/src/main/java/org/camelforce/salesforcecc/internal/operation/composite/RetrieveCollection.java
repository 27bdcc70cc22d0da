package org.camelforce.salesforcecc.internal.operation.composite;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.DtoClasses;
import org.camelforce.salesforcecc.internal.operation.JsonBodies;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code compositeRetrieveSObjectCollections}: records by their ids, with the fields that
 * {@code sObjectFields} names; null for each that is missing (REST API Developer Guide, "sObject Collections").
 */
public final class RetrieveCollection implements Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        Map<String, List<String>> body = Map.of(
                "ids", parameters.requiredTexts(Parameter.SOBJECT_IDS, false),
                "fields", parameters.requiredTexts(Parameter.SOBJECT_FIELDS, false));
        Target target = Collections.target(parameters)
                .path(Parameter.SOBJECT_NAME, parameters.requiredText(Parameter.SOBJECT_NAME));
        requiredClass(parameters);
        return parameters
                .json("POST", target)
                .body(JsonBodies.of(parameters, body))
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters)
            throws IOException, SalesforceException {
        return Collections.results(answer, parameters, requiredClass(parameters));
    }

    @Override
    public boolean isOfRecord() {
        return false;
    }

    private static Class<?> requiredClass(OperationParameters parameters) throws SalesforceException {
        Class<?> type = DtoClasses.chosen(parameters);
        if (type == null) {
            throw parameters.denied("sObjectName is missing. Set this option or header CamelSalesforceSObjectName");
        }
        return type;
    }
}
