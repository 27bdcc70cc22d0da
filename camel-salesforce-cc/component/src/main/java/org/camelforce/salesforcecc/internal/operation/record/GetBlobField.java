package org.camelforce.salesforcecc.internal.operation.record;

import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.StreamedBodies;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code getBlobField}: the content of a field, for example of an attachment (REST API Developer Guide,
 * "sObject Blob Get"). With option {@code streaming}, the body is a stream that is read once, while it arrives.
 */
public final class GetBlobField implements Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        Target field = parameters
                .data()
                .path("sobjects")
                .path(Parameter.SOBJECT_NAME, parameters.sObjectName())
                .path(Parameter.SOBJECT_ID, parameters.sObjectId())
                .path(Parameter.SOBJECT_BLOB_FIELD_NAME, parameters.requiredText(Parameter.SOBJECT_BLOB_FIELD_NAME));
        return parameters
                .json("GET", field)
                .answer(StreamedBodies.mode(parameters))
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) {
        return StreamedBodies.of(answer, parameters);
    }
}
