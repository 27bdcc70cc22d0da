package org.camelforce.salesforcecc.session;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.salesforce.SalesforceHttpClient;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.internal.client.DefaultRestClient;
import org.jspecify.annotations.Nullable;

/**
 * Upstream's client for records and queries. The next page of a query whose records are read one by one is asked for
 * when the route has come to it, and where to is what the org has answered: it is looked at like any other URL. Query
 * parameters of Apex REST are encoded whatever they are: upstream takes {@code RAW(...)} for encoded text, and decodes
 * the path next to them.
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
        RequestShape before = RequestGuard.shape();
        RequestGuard.enter(isAsked(before) ? before : RequestShape.NEXT_PAGE);
        try {
            super.queryMore(nextRecordsUrl, headers, callback);
        } finally {
            RequestGuard.enter(before);
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

    /** Whether it is the operation queryMore, and not a page that a query goes on to. */
    private static boolean isAsked(@Nullable RequestShape shape) {
        return shape != null && shape.isQueryMore();
    }
}
