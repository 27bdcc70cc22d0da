package org.camelforce.salesforcecc.internal.operation.record;

import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/** Operation {@code deleteSObjectWithId}: deletes a record by an external id. */
public final class DeleteRecordByExternalId implements Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        return parameters
                .json("DELETE", ExternalId.of(parameters, true).target(parameters))
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) {
        return answer.content();
    }
}
