package org.camelforce.salesforcecc.internal.operation.resource;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.SObjectBasicInfo;
import org.camelforce.salesforcecc.internal.operation.JsonResults;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/** Operation {@code getBasicInfo}: an object in short (REST API Developer Guide, "sObject Basic Information"). */
public final class BasicInfo implements Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        return parameters
                .json(
                        "GET",
                        parameters
                                .data()
                                .path("sobjects")
                                .path(Parameter.SOBJECT_NAME, parameters.requiredTextOrBody(Parameter.SOBJECT_NAME)))
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return JsonResults.of(answer, parameters, SObjectBasicInfo.class);
    }
}
