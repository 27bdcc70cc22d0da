package org.camelforce.salesforcecc.internal.operation.record;

import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.AbstractSObjectBase;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code updateSObject}: changes a record by its id. A record in the body loses the fields that cannot be
 * updated.
 */
public final class UpdateRecord implements Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        String id = parameters.sObjectId();
        Target row = parameters
                .data()
                .path("sobjects")
                .path(Parameter.SOBJECT_NAME, parameters.sObjectName())
                .path(Parameter.SOBJECT_ID, id);
        AbstractSObjectBase record = parameters.record();
        if (record == null) {
            return parameters
                    .json("PATCH", row)
                    .body(RecordBodies.of(parameters))
                    .build();
        }
        record.clearBaseFields();
        try {
            return parameters
                    .json("PATCH", row)
                    .body(RecordBodies.of(parameters))
                    .build();
        } finally {
            record.setId(id);
        }
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) {
        return answer.content();
    }
}
