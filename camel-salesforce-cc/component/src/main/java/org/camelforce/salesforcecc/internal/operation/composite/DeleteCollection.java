package org.camelforce.salesforcecc.internal.operation.composite;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.DeleteSObjectResult;
import org.camelforce.salesforcecc.internal.operation.FailedParts;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.OperationSettings;
import org.camelforce.salesforcecc.internal.operation.OperationWithParts;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code compositeDeleteSObjectCollections}: deletes records by their ids, which the body may have (REST API
 * Developer Guide, "sObject Collections").
 */
public final class DeleteCollection implements OperationWithParts {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        String ids = ids(parameters);
        boolean allOrNone = parameters.flag(Parameter.ALL_OR_NONE, false);
        Target target = Collections.target(parameters)
                .query("ids", Parameter.SOBJECT_IDS, ids)
                .query("allOrNone", String.valueOf(allOrNone));
        return parameters.json("DELETE", target).build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters)
            throws IOException, SalesforceException {
        int records = ids(parameters).split(",").length;
        return Collections.results(answer, parameters, DeleteSObjectResult.class, records);
    }

    private static String ids(OperationParameters parameters) throws SalesforceException {
        return String.join(",", parameters.requiredTexts(Parameter.SOBJECT_IDS, true));
    }

    @Override
    public FailedParts failedParts(@Nullable Object result, OperationSettings settings) {
        return PartResults.ofCollection(result);
    }

    @Override
    public boolean isOfRecord() {
        return false;
    }
}
