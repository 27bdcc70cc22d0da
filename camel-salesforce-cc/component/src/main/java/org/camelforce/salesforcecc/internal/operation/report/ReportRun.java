package org.camelforce.salesforcecc.internal.operation.report;

import java.util.Map;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.analytics.reports.ReportMetadata;
import org.camelforce.salesforcecc.internal.operation.JsonBodies;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which report to run.
 *
 * @param id its id
 * @param metadata what to change of it for this run, null for nothing
 */
record ReportRun(String id, @Nullable ReportMetadata metadata) {

    /** The body has the metadata, or else the id unless an option or a header has it. */
    static ReportRun of(OperationParameters parameters) throws SalesforceException {
        ReportMetadata body = parameters.message().getBody(ReportMetadata.class);
        if (body == null) {
            return new ReportRun(
                    parameters.requiredTextOrBody(Parameter.REPORT_ID),
                    parameters.value(Parameter.REPORT_METADATA, ReportMetadata.class));
        }
        return new ReportRun(body.getId() == null ? parameters.requiredText(Parameter.REPORT_ID) : body.getId(), body);
    }

    ApiRequest request(OperationParameters parameters, String method, Target target) throws SalesforceException {
        Boolean details = parameters.value(Parameter.INCLUDE_DETAILS, Boolean.class);
        target.query("includeDetails", Parameter.INCLUDE_DETAILS, details == null ? null : details.toString());
        ApiRequest.Builder request = parameters.json(method, target).header("Content-Type", JsonBodies.MEDIA_TYPE);
        if (metadata != null) {
            request.body(JsonBodies.of(parameters, Reports.JSON, Map.of("reportMetadata", metadata)));
        }
        return request.build();
    }
}
