package org.camelforce.salesforcecc.internal.operation.report;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.analytics.reports.ReportInstance;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code executeAsyncReport}: starts to run a report (Reports and Dashboards REST API Developer Guide,
 * "Execute Async"). Metadata change what it selects.
 */
public final class StartReport implements ReportOperation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        ReportRun run = ReportRun.of(parameters);
        return run.request(
                parameters, "POST", Reports.target(parameters, run.id()).path("instances"));
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return Reports.JSON.readValue(answer.content(), ReportInstance.class);
    }
}
