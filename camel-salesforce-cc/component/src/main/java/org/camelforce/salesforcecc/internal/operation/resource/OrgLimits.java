package org.camelforce.salesforcecc.internal.operation.resource;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.Limits;
import org.camelforce.salesforcecc.internal.operation.JsonResults;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/** Operation {@code limits}: the limits of the org (REST API Developer Guide, "Limits"). */
public final class OrgLimits implements Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        return parameters.json("GET", parameters.data().path("limits")).build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return JsonResults.of(answer, parameters, Limits.class);
    }
}
