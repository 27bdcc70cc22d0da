package org.camelforce.salesforcecc.internal.operation.bulk;

import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * What all operations of Bulk API 1.0 have in common: the header of the session, an answer without a result that takes
 * the exchange's body away, and errors in XML or JSON (Bulk API 2.0 and Bulk API Developer Guide, "Bulk API").
 */
interface BulkOperation extends Operation {

    @Override
    default @Nullable Object bodyWithoutResult(ApiAnswer answer, OperationParameters parameters) {
        return null;
    }

    @Override
    default SalesforceException failure(ApiAnswer answer, OperationParameters parameters) {
        return BulkErrors.of(answer);
    }

    /** All jobs. */
    static Target jobs(OperationParameters parameters) throws SalesforceException {
        return parameters.async().path("job");
    }

    /** A job. */
    static Target job(OperationParameters parameters, String id) throws SalesforceException {
        return jobs(parameters).path(Parameter.JOB_ID, id);
    }

    /** A request whose answer is XML, unless the job's format makes it JSON. */
    static ApiRequest.Builder request(OperationParameters parameters, String method, Target target)
            throws SalesforceException {
        return PkChunking.of(parameters)
                .addTo(parameters.request(method, target))
                .header("Accept", "application/xml")
                .header("Accept-Charset", "UTF-8")
                .authorization(ApiRequest.Authorization.SESSION_HEADER);
    }
}
