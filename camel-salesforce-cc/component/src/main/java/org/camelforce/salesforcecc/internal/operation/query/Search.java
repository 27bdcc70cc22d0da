package org.camelforce.salesforcecc.internal.operation.query;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.List;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.SearchResult;
import org.apache.camel.component.salesforce.api.dto.SearchResult2;
import org.camelforce.salesforcecc.internal.operation.JsonResults;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code search}: what a SOSL search finds (REST API Developer Guide, "Search"). Before version 37.0 of the
 * API, the answer is a list.
 */
public final class Search implements Operation {

    private static final double FIRST_WITH_AN_OBJECT = 37.0;
    private static final TypeReference<List<SearchResult>> LIST = new TypeReference<>() {};

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        Target search = parameters
                .data()
                .path("search")
                .path("")
                .query("q", Parameter.SOBJECT_SEARCH, parameters.requiredTextOrBody(Parameter.SOBJECT_SEARCH));
        return parameters.json("GET", search).build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters)
            throws IOException, SalesforceException {
        return Double.parseDouble(parameters.requiredText(Parameter.API_VERSION)) < FIRST_WITH_AN_OBJECT
                ? JsonResults.of(answer, parameters, LIST)
                : JsonResults.of(answer, parameters, SearchResult2.class);
    }
}
