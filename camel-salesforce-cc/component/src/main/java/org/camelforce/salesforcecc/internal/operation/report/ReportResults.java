package org.camelforce.salesforcecc.internal.operation.report;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.analytics.reports.AsyncReportResults;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code getReportResults}: the results of a run (Reports and Dashboards REST API Developer Guide, "Instance
 * Results").
 */
public final class ReportResults implements ReportOperation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        String id = parameters.requiredTextOrBody(Parameter.REPORT_ID);
        Target run = Reports.target(parameters, id)
                .path("instances")
                .path(Parameter.INSTANCE_ID, parameters.requiredText(Parameter.INSTANCE_ID));
        return parameters.json("GET", run).build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return Reports.JSON.readValue(answer.content(), AsyncReportResults.class);
    }
}
