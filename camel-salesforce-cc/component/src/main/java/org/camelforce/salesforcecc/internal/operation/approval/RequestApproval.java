package org.camelforce.salesforcecc.internal.operation.approval;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.approval.ApprovalRequests;
import org.apache.camel.component.salesforce.api.dto.approval.ApprovalResult;
import org.camelforce.salesforcecc.internal.operation.JsonBodies;
import org.camelforce.salesforcecc.internal.operation.JsonResults;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code approval}: submits, approves or rejects records (REST API Developer Guide, "Process Approvals"). The
 * body has one request, several of them or none; option {@code approval} and headers that begin with
 * {@code CamelSalesforceApproval.} say what holds for each of them that does not say it itself.
 */
public final class RequestApproval implements Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        return parameters
                .json("POST", target(parameters))
                .body(JsonBodies.of(
                        parameters,
                        new ApprovalRequests(ApprovalTemplate.of(parameters).requests())))
                .build();
    }

    /** With a slash at its end, as documented. */
    static Target target(OperationParameters parameters) throws SalesforceException {
        return parameters.data().path("process").path("approvals").path("");
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return JsonResults.of(answer, parameters, ApprovalResult.class);
    }
}
