package org.camelforce.salesforcecc.internal.operation.report;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.List;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.analytics.reports.RecentReport;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code getRecentReports}: the reports that the Run As user has looked at last (Reports and Dashboards REST
 * API Developer Guide, "Report List").
 */
public final class RecentReports implements ReportOperation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        return parameters.json("GET", Reports.target(parameters)).build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return Reports.JSON.readValue(answer.content(), new TypeReference<List<RecentReport>>() {});
    }
}
