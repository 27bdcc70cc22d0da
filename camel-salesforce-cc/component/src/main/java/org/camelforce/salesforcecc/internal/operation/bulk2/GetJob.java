package org.camelforce.salesforcecc.internal.operation.bulk2;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.JsonResults;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operations {@code bulk2GetJob} and {@code bulk2GetQueryJob} (Bulk API 2.0 and Bulk API Developer Guide, "Get
 * Information About a Job", "Get Information About a Query Job"). The body may be the job or its id.
 *
 * @param kind what the job does
 */
record GetJob(JobKind kind) implements Bulk2Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        return JobKind.json(parameters, "GET", kind.jobOrBody(parameters)).build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return JsonResults.object(answer, parameters, kind.type());
    }
}
