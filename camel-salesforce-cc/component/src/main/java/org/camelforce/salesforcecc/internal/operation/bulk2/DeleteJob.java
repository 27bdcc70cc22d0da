package org.camelforce.salesforcecc.internal.operation.bulk2;

import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operations {@code bulk2DeleteJob} and {@code bulk2DeleteQueryJob} (Bulk API 2.0 and Bulk API Developer Guide, "Delete
 * a Job", "Delete a Query Job").
 *
 * @param kind what the job does
 */
record DeleteJob(JobKind kind) implements Bulk2Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        return JobKind.json(parameters, "DELETE", kind.job(parameters)).build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) {
        return null;
    }
}
