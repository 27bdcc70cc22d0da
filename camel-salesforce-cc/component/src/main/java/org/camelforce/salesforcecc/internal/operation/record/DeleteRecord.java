package org.camelforce.salesforcecc.internal.operation.record;

import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/** Operation {@code deleteSObject}: deletes a record by its id. */
public final class DeleteRecord implements Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        Target row = parameters
                .data()
                .path("sobjects")
                .path(Parameter.SOBJECT_NAME, parameters.sObjectName())
                .path(Parameter.SOBJECT_ID, parameters.sObjectId());
        return parameters.json("DELETE", row).build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) {
        return answer.content();
    }
}
