package org.camelforce.salesforcecc.internal.operation.record;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.DtoClasses;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/** Operation {@code getSObject}: a record by its id, with the fields that {@code sObjectFields} names. */
public final class GetRecord implements Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        Target row = parameters
                .data()
                .path("sobjects")
                .path(Parameter.SOBJECT_NAME, parameters.sObjectName())
                .path(Parameter.SOBJECT_ID, parameters.sObjectId())
                .query("fields", Parameter.SOBJECT_FIELDS, parameters.text(Parameter.SOBJECT_FIELDS));
        return parameters.json("GET", row).build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters)
            throws IOException, SalesforceException {
        return DtoClasses.read(answer, parameters);
    }
}
