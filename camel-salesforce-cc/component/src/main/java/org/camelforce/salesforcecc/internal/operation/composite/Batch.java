package org.camelforce.salesforcecc.internal.operation.composite;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectBatch;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectBatchResponse;
import org.apache.camel.component.salesforce.api.utils.Version;
import org.camelforce.salesforcecc.internal.operation.FailedParts;
import org.camelforce.salesforcecc.internal.operation.JsonBodies;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.OperationSettings;
import org.camelforce.salesforcecc.internal.operation.OperationWithParts;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code composite-batch}: several independent requests in one (REST API Developer Guide, "Composite Batch").
 */
public final class Batch implements OperationWithParts {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        SObjectBatch batch = parameters.requiredBody(SObjectBatch.class);
        Target target = parameters.data().path("composite").path("batch");
        Version version = Version.create(parameters.requiredText(Parameter.API_VERSION));
        if (version.compareTo(batch.getVersion()) < 0) {
            throw parameters.denied("the batch in the body needs version " + batch.getVersion()
                    + " of the API or a later one. Set option apiVersion");
        }
        return parameters
                .json("POST", target)
                .body(JsonBodies.of(parameters, batch))
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return parameters.settings().json().readValue(answer.content(), SObjectBatchResponse.class);
    }

    @Override
    public @Nullable Object bodyWithoutResult(ApiAnswer answer, OperationParameters parameters) {
        return FailedResults.of(answer, parameters, SObjectBatchResponse.class);
    }

    @Override
    public FailedParts failedParts(@Nullable Object result, OperationSettings settings) {
        return PartResults.ofBatch(result);
    }

    @Override
    public boolean isOfRecord() {
        return false;
    }
}
