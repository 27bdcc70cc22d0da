package org.camelforce.salesforcecc.internal.operation.composite;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.SaveSObjectResult;
import org.camelforce.salesforcecc.internal.operation.FailedParts;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.OperationSettings;
import org.camelforce.salesforcecc.internal.operation.OperationWithParts;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operations {@code compositeCreateSObjectCollections} and {@code compositeUpdateSObjectCollections}: create or change
 * records (REST API Developer Guide, "sObject Collections").
 */
public final class SaveCollection implements OperationWithParts {

    private final String method;

    /** @param method {@code POST} to create records, {@code PATCH} to change them */
    public SaveCollection(String method) {
        this.method = method;
    }

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        return parameters
                .json(method, Collections.target(parameters))
                .body(Collections.body(parameters))
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return Collections.results(answer, parameters, SaveSObjectResult.class, Collections.count(parameters));
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
