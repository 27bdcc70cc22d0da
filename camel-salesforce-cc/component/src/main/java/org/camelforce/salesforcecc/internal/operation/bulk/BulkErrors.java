package org.camelforce.salesforcecc.internal.operation.bulk;

import java.io.IOException;
import java.util.List;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.apache.camel.component.salesforce.api.dto.bulk.Error;
import org.camelforce.salesforcecc.internal.operation.RequestErrors;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;

/**
 * What an answer of Bulk API 1.0 with an error means (Bulk API 2.0 and Bulk API Developer Guide, "Errors"). The error
 * is in XML or JSON; one of the REST API comes from what stands before the Bulk API.
 */
final class BulkErrors {

    private BulkErrors() {}

    static SalesforceException of(ApiAnswer answer) {
        if (answer.body() == null || BulkDocuments.isJsonArray(answer)) {
            return RequestErrors.ofBulk(answer);
        }
        try {
            Error error = BulkDocuments.read(answer, Error.class);
            return error.getExceptionCode() == null
                    ? RequestErrors.ofBulk(answer, null)
                    : RequestErrors.ofBulk(
                            answer, List.of(new RestError(error.getExceptionCode(), error.getExceptionMessage())));
        } catch (IOException e) {
            // an answer of a gateway
            return RequestErrors.ofBulk(answer, null);
        }
    }
}
