package org.camelforce.salesforcecc.internal.operation.resource;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.List;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RecentItem;
import org.camelforce.salesforcecc.internal.operation.JsonResults;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code recent}: the records that the Run As user has looked at last (REST API Developer Guide, "Recently
 * Viewed Items"). The body may be their number.
 */
public final class RecentItems implements Operation {

    private static final TypeReference<List<RecentItem>> TYPE = new TypeReference<>() {};

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        Integer limit = parameters.value(Parameter.LIMIT, Integer.class);
        if (limit == null) {
            limit = parameters.message().getBody(Integer.class);
        }
        return parameters
                .json(
                        "GET",
                        parameters
                                .data()
                                .path("recent")
                                .query("limit", Parameter.LIMIT, limit == null ? null : limit.toString()))
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters) throws IOException {
        return JsonResults.of(answer, parameters, TYPE);
    }
}
