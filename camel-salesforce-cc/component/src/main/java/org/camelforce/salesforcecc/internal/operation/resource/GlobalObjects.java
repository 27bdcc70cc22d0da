package org.camelforce.salesforcecc.internal.operation.resource;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.JsonResults;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/** Operation {@code getGlobalObjects}: the objects of the org (REST API Developer Guide, "Describe Global"). */
public final class GlobalObjects implements Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        return parameters.json("GET", parameters.data().path("sobjects")).build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return JsonResults.of(answer, parameters, org.apache.camel.component.salesforce.api.dto.GlobalObjects.class);
    }
}
