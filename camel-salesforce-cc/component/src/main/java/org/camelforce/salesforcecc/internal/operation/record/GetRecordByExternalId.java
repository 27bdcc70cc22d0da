package org.camelforce.salesforcecc.internal.operation.record;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.DtoClasses;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/** Operation {@code getSObjectWithId}: a record by an external id. */
public final class GetRecordByExternalId implements Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        return parameters
                .json("GET", ExternalId.of(parameters, true).target(parameters))
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters)
            throws IOException, SalesforceException {
        return DtoClasses.read(answer, parameters);
    }
}
