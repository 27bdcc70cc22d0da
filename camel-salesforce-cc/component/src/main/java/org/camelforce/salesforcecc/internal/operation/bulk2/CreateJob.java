package org.camelforce.salesforcecc.internal.operation.bulk2;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.JsonBodies;
import org.camelforce.salesforcecc.internal.operation.JsonResults;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operations {@code bulk2CreateJob} and {@code bulk2CreateQueryJob} (Bulk API 2.0 and Bulk API Developer Guide, "Create
 * a Job", "Create a Query Job"). The job is the body.
 *
 * @param kind what the job does
 */
record CreateJob(JobKind kind) implements Bulk2Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        Object job = parameters.message().getBody(kind.type());
        if (job == null) {
            throw parameters.denied("the body must be a " + kind.type().getName());
        }
        return JobKind.json(parameters, "POST", kind.jobs(parameters))
                .body(JsonBodies.of(parameters, job))
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return JsonResults.object(answer, parameters, kind.type());
    }
}
