package org.camelforce.salesforcecc.internal.operation.report;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.List;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.analytics.reports.ReportInstance;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code getReportInstances}: the runs of a report (Reports and Dashboards REST API Developer Guide,
 * "Instances List").
 */
public final class ReportInstances implements ReportOperation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        String id = parameters.requiredTextOrBody(Parameter.REPORT_ID);
        return parameters
                .json("GET", Reports.target(parameters, id).path("instances"))
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return Reports.JSON.readValue(answer.content(), new TypeReference<List<ReportInstance>>() {});
    }
}
