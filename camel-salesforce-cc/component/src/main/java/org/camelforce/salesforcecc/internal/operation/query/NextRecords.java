package org.camelforce.salesforcecc.internal.operation.query;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code queryMore}: the next page of a query, by the {@code nextRecordsUrl} of the page before (REST API
 * Developer Guide, "Query More Results").
 */
public final class NextRecords implements Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        String url = parameters.requiredTextOrBody(Parameter.SOBJECT_QUERY);
        if (!NextRecordsUrl.isOne(url)) {
            throw parameters.denied(Parameter.SOBJECT_QUERY.named() + " must be " + NextRecordsUrl.DESCRIPTION);
        }
        return parameters.json("GET", parameters.target(url)).build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters)
            throws IOException, SalesforceException {
        return PageReader.read(answer, parameters);
    }
}
