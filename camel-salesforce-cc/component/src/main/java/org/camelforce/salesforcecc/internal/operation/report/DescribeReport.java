package org.camelforce.salesforcecc.internal.operation.report;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.analytics.reports.ReportDescription;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code getReportDescription}: a report with its columns (Reports and Dashboards REST API Developer Guide,
 * "Describe").
 */
public final class DescribeReport implements ReportOperation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        String id = parameters.requiredTextOrBody(Parameter.REPORT_ID);
        return parameters
                .json("GET", Reports.target(parameters, id).path("describe"))
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return Reports.JSON.readValue(answer.content(), ReportDescription.class);
    }
}
