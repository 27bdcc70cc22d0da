package org.camelforce.salesforcecc.internal.operation.bulk2;

import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operations {@code bulk2GetSuccessfulResults}, {@code bulk2GetFailedResults}, {@code bulk2GetUnprocessedRecords} and
 * {@code bulk2GetQueryJobResults}: records in CSV, as a stream (Bulk API 2.0 and Bulk API Developer Guide, "Get Job
 * Successful Record Results" and the following, "Get Results for a Query Job").
 *
 * @param kind what the job does
 * @param segment which of its records
 */
record JobResults(JobKind kind, String segment) implements Bulk2Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        Target results = kind.job(parameters).path(segment);
        if (kind == JobKind.QUERY) {
            Integer maxRecords = parameters.value(Parameter.MAX_RECORDS, Integer.class);
            results.query("locator", Parameter.LOCATOR, parameters.text(Parameter.LOCATOR))
                    .query("maxRecords", Parameter.MAX_RECORDS, maxRecords == null ? null : maxRecords.toString());
        }
        return parameters
                .request("GET", results)
                .header("Accept", "text/csv, application/json")
                .header("Accept-Charset", "UTF-8")
                .answer(ApiRequest.AnswerMode.STREAMED)
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) {
        return answer.content();
    }
}
