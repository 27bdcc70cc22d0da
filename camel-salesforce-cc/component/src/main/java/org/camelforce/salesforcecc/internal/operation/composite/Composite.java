package org.camelforce.salesforcecc.internal.operation.composite;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectComposite;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectCompositeResponse;
import org.camelforce.salesforcecc.internal.operation.FailedParts;
import org.camelforce.salesforcecc.internal.operation.JsonBodies;
import org.camelforce.salesforcecc.internal.operation.JsonResults;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.OperationSettings;
import org.camelforce.salesforcecc.internal.operation.OperationWithParts;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.operation.UploadBodies;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code composite}: several requests in one (REST API Developer Guide, "Composite"). With
 * {@code rawPayload}, the body is sent as it is.
 */
public final class Composite implements OperationWithParts {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        Target composite = parameters.data().path("composite");
        if (!parameters.settings().isRawPayload()) {
            return parameters
                    .json("POST", composite)
                    .body(JsonBodies.of(parameters, parameters.requiredBody(SObjectComposite.class)))
                    .build();
        }
        return parameters
                .json(parameters.method(Parameter.COMPOSITE_METHOD, "POST"), composite)
                .body(UploadBodies.of(parameters, JsonBodies.MEDIA_TYPE))
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return JsonResults.of(answer, parameters, SObjectCompositeResponse.class);
    }

    @Override
    public @Nullable Object bodyWithoutResult(ApiAnswer answer, OperationParameters parameters) {
        return parameters.settings().isRawPayload() && answer.content() != null
                ? answer.content()
                : FailedResults.of(answer, parameters, SObjectCompositeResponse.class);
    }

    @Override
    public FailedParts failedParts(@Nullable Object result, OperationSettings settings) throws IOException {
        return PartResults.ofComposite(result, settings.json());
    }

    @Override
    public boolean isOfRecord() {
        return false;
    }
}
