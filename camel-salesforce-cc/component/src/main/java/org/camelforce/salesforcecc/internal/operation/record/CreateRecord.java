package org.camelforce.salesforcecc.internal.operation.record;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.CreateSObjectResult;
import org.camelforce.salesforcecc.internal.operation.JsonResults;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/** Operation {@code createSObject}: creates a record. */
public final class CreateRecord implements Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        Target rows = parameters.data().path("sobjects").path(Parameter.SOBJECT_NAME, parameters.sObjectName());
        return parameters.json("POST", rows).body(RecordBodies.of(parameters)).build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return JsonResults.of(answer, parameters, CreateSObjectResult.class);
    }
}
