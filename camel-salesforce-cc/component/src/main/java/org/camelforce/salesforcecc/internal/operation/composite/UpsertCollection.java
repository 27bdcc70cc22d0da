package org.camelforce.salesforcecc.internal.operation.composite;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.UpsertSObjectResult;
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
 * Operation {@code compositeUpsertSObjectCollections}: creates or changes records by an external id (REST API Developer
 * Guide, "sObject Collections").
 */
public final class UpsertCollection implements OperationWithParts {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        Target target = Collections.target(parameters)
                .path(Parameter.SOBJECT_NAME, parameters.requiredText(Parameter.SOBJECT_NAME))
                .path(Parameter.SOBJECT_ID_NAME, parameters.requiredText(Parameter.SOBJECT_ID_NAME));
        return parameters
                .json("PATCH", target)
                .body(Collections.body(parameters))
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return Collections.results(answer, parameters, UpsertSObjectResult.class, Collections.count(parameters));
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
