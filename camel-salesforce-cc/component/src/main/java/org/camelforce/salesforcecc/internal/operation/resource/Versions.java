package org.camelforce.salesforcecc.internal.operation.resource;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.List;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.Version;
import org.camelforce.salesforcecc.internal.operation.JsonResults;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code getVersions}: the versions of the API (REST API Developer Guide, "Versions"). It needs no token, and
 * gets none.
 */
public final class Versions implements Operation {

    private static final TypeReference<List<Version>> TYPE = new TypeReference<>() {};

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        return parameters
                .json("GET", parameters.target("/services/data"))
                .authorization(ApiRequest.Authorization.NONE)
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return JsonResults.of(answer, parameters, TYPE);
    }
}
