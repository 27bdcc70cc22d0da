package org.camelforce.salesforcecc.internal.operation.resource;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.Map;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.JsonResults;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/** Operation {@code getResources}: the resources of a version (REST API Developer Guide, "Resources by Version"). */
public final class Resources implements Operation {

    private static final TypeReference<Map<String, String>> TYPE = new TypeReference<>() {};

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        return parameters.json("GET", parameters.data()).build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return JsonResults.of(answer, parameters, TYPE);
    }
}
