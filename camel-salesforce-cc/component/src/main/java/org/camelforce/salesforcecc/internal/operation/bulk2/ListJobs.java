package org.camelforce.salesforcecc.internal.operation.bulk2;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.JsonResults;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operations {@code bulk2GetAllJobs} and {@code bulk2GetAllQueryJobs} (Bulk API 2.0 and Bulk API Developer Guide, "Get
 * Information About All Jobs", "Get Information About All Query Jobs").
 *
 * @param kind what the jobs do
 */
record ListJobs(JobKind kind) implements Bulk2Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        Target jobs = kind.jobs(parameters)
                .query("queryLocator", Parameter.QUERY_LOCATOR, parameters.text(Parameter.QUERY_LOCATOR));
        return JobKind.json(parameters, "GET", jobs).build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return JsonResults.object(answer, parameters, kind.listType());
    }
}
