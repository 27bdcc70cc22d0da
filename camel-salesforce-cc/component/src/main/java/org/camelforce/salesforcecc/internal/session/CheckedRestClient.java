package org.camelforce.salesforcecc.internal.session;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.salesforce.SalesforceHttpClient;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.internal.client.DefaultRestClient;
import org.jspecify.annotations.Nullable;

/**
 * Upstream's client for records and queries. The next page of a query whose records are read one by one is asked for
 * when the route has come to it, and where to is what the org has answered: it is looked at like any other URL. A page
 * that does not come, or cannot be read, is an exception for the route. Query parameters of Apex REST are encoded
 * whatever they are: upstream takes {@code RAW(...)} for encoded text, and decodes the path next to them.
 */
public final class CheckedRestClient extends DefaultRestClient {

    /**
     * @param httpClient sends requests
     * @param version of the API
     * @param session supplies tokens
     * @param loginConfig upstream's view of the login
     * @throws SalesforceException never
     */
    public CheckedRestClient(
            SalesforceHttpClient httpClient, String version, ManagedSession session, SalesforceLoginConfig loginConfig)
            throws SalesforceException {
        super(httpClient, version, session, loginConfig);
    }

    @Override
    public void queryMore(String nextRecordsUrl, Map<String, List<String>> headers, ResponseCallback callback) {
        if (isAsked(RequestGuard.shape())) {
            super.queryMore(nextRecordsUrl, headers, callback);
            return;
        }
        Page page = nextPage(nextRecordsUrl, headers);
        if (page.failure() != null) {
            throw new RuntimeCamelException(page.failure());
        }
        callback.onResponse(page.content(), page.headers(), null);
    }

    /** Waits for it on the route's thread: upstream would wait for ever for a page that does not come. */
    private Page nextPage(String url, Map<String, List<String>> headers) {
        CompletableFuture<Page> page = new CompletableFuture<>();
        RequestShape shapeBefore = RequestGuard.enter(RequestShape.NEXT_PAGE);
        Answer answerBefore = Answer.enter(Answer.readAtOnce((failure, doneSync) -> page.completeExceptionally(
                failure == null ? new IllegalStateException("There is no answer") : failure)));
        try {
            super.queryMore(
                    url, headers, (content, answered, failure) -> page.complete(new Page(content, answered, failure)));
        } finally {
            RequestGuard.enter(shapeBefore);
            Answer.enter(answerBefore);
        }
        try {
            return page.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RuntimeCamelException(e);
        } catch (ExecutionException e) {
            throw new RuntimeCamelException(e.getCause());
        }
    }

    @Override
    public void apexCall(
            String httpMethod,
            String apexUrl,
            Map<String, Object> queryParams,
            @Nullable InputStream requestDto,
            Map<String, List<String>> headers,
            ResponseCallback callback) {
        String url = ApexParameters.append(apexUrl, queryParams);
        super.apexCall(httpMethod, url, Map.of(), requestDto, headers, callback);
    }

    private record Page(
            @Nullable InputStream content, Map<String, String> headers, @Nullable SalesforceException failure) {}

    /** Whether it is the operation queryMore, and not a page that a query goes on to. */
    private static boolean isAsked(@Nullable RequestShape shape) {
        return shape != null && shape.isQueryMore();
    }
}
