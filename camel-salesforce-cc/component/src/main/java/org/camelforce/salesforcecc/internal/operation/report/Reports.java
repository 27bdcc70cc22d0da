package org.camelforce.salesforcecc.internal.operation.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.utils.JsonUtils;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;

/** What the operations on reports have in common. */
final class Reports {

    /** Reports are no records: option {@code objectMapper} is not for them. */
    static final ObjectMapper JSON = JsonUtils.createObjectMapper();

    private Reports() {}

    /** Where reports are. */
    static Target target(OperationParameters parameters) throws SalesforceException {
        return parameters.data().path("analytics").path("reports");
    }

    /** Where a report is. */
    static Target target(OperationParameters parameters, String id) throws SalesforceException {
        return target(parameters).path(Parameter.REPORT_ID, id);
    }
}
