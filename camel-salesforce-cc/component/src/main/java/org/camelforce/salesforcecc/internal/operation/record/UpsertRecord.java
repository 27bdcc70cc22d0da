package org.camelforce.salesforcecc.internal.operation.record;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.UpsertSObjectResult;
import org.camelforce.salesforcecc.internal.operation.JsonResults;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.internal.request.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code upsertSObject}: creates or changes the record that an external id names. A record in the body loses
 * the fields that cannot be updated.
 */
public final class UpsertRecord implements Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        ExternalId id = ExternalId.of(parameters, false);
        ApiRequest.Builder request = parameters.json("PATCH", id.target(parameters));
        RequestBody body = id.withoutField(parameters, record -> {
            if (record != null) {
                record.clearBaseFields();
            }
            return RecordBodies.of(parameters);
        });
        return request.body(body).build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return JsonResults.of(answer, parameters, UpsertSObjectResult.class);
    }
}
