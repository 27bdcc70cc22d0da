package org.camelforce.salesforcecc.internal.oauth;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.eclipse.jetty.client.FormRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a session for all who hold its token: {@code POST /services/oauth2/revoke} with the token in the body
 * (Salesforce Help, "Revoke OAuth Tokens").
 */
public final class TokenRevocation {

    private static final Logger LOG = LoggerFactory.getLogger(TokenRevocation.class);
    private static final String REVOKE_PATH = "/services/oauth2/revoke";

    private TokenRevocation() {}

    /**
     * Revokes a token and waits for the answer. A failure is logged and not thrown.
     *
     * @param httpClient sends the request
     * @param token the token
     * @param timeoutMillis how long to wait, in milliseconds
     */
    public static void revoke(HttpClient httpClient, AccessToken token, long timeoutMillis) {
        Fields form = new Fields(true);
        form.put("token", token.value());
        try {
            int status = httpClient
                    .newRequest(token.instanceUrl().resolve(REVOKE_PATH))
                    .method(HttpMethod.POST)
                    .followRedirects(false)
                    .tag(OAuthRequests.OWN_CONNECTIONS)
                    .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                    .body(new FormRequestContent(form))
                    .send()
                    .getStatus();
            if (status == HttpStatus.OK_200) {
                LOG.info("Revoked access token {}", token.fingerprint());
            } else {
                LOG.warn("Could not revoke access token {}: status {}", token.fingerprint(), status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException | RuntimeException e) {
            LOG.warn("Could not revoke access token {}: {}", token.fingerprint(), e.toString());
        }
    }
}
