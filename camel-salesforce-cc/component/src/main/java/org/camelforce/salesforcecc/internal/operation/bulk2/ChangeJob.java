package org.camelforce.salesforcecc.internal.operation.bulk2;

import java.io.IOException;
import java.util.Map;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.bulkv2.JobStateEnum;
import org.camelforce.salesforcecc.internal.operation.JsonBodies;
import org.camelforce.salesforcecc.internal.operation.JsonResults;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operations {@code bulk2CloseJob}, {@code bulk2AbortJob} and {@code bulk2AbortQueryJob} (Bulk API 2.0 and Bulk API
 * Developer Guide, "Upload Complete or Abort a Job", "Abort a Query Job").
 *
 * @param kind what the job does
 * @param state what it is to be
 */
record ChangeJob(JobKind kind, JobStateEnum state) implements Bulk2Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        return JobKind.json(parameters, "PATCH", kind.job(parameters))
                .body(JsonBodies.of(parameters, Map.of("state", state)))
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return JsonResults.object(answer, parameters, kind.type());
    }
}
