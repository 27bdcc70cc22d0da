package org.camelforce.salesforcecc.simulator.internal.graphql;

import graphql.ErrorType;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.concurrent.CompletableFuture;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** Lets what SOQL does not allow be an error of the answer, and anything else fail. */
final class FetchErrors implements DataFetcherExceptionHandler {

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters failed) {
        if (!(failed.getException() instanceof ApiException e)) {
            return CompletableFuture.failedFuture(failed.getException());
        }
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(
                        GraphqlErrorBuilder.newError(failed.getDataFetchingEnvironment())
                                .errorType(ErrorType.DataFetchingException)
                                .message(
                                        "%s",
                                        "Exception while fetching data (" + failed.getPath() + ") : " + e.getMessage())
                                .build())
                .build());
    }
}
