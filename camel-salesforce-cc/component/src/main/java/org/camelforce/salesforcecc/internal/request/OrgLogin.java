package org.camelforce.salesforcecc.internal.request;

import java.net.URI;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.internal.connection.Origin;
import org.camelforce.salesforcecc.internal.token.TokenManager;
import org.camelforce.salesforcecc.request.RequestRefusedException;
import org.eclipse.jetty.client.Request;
import org.jspecify.annotations.Nullable;

/**
 * Which org is asked, and with which token.
 *
 * @param tokens gives out tokens
 * @param fixedInstanceUrl where the API is called whatever the login says, without a slash at the end; null if the
 *     login says so
 * @param timeoutMillis how long a caller waits for a login, and for an answer that is quick, in milliseconds
 */
public record OrgLogin(TokenManager tokens, @Nullable URI fixedInstanceUrl, long timeoutMillis) {

    /**
     * @param token a token
     * @return where the API is called with it: the configured instance URL, or the one that came with the token
     */
    public URI instanceUrlOf(AccessToken token) {
        return fixedInstanceUrl != null ? fixedInstanceUrl : token.instanceUrl();
    }

    /**
     * Looks at where a request goes before it is given a token.
     *
     * @param token the token that it is to carry
     * @param request not sent yet
     * @throws RequestRefusedException if it goes elsewhere than to the instance of this token
     */
    public void requireInstanceOf(AccessToken token, Request request) throws RequestRefusedException {
        Origin target = new Origin(request.getScheme(), request.getHost(), request.getPort());
        if (!target.equals(Origin.of(instanceUrlOf(token)))) {
            throw new RequestRefusedException("A request to " + target.url()
                    + " was not sent: the access token goes to " + instanceUrlOf(token) + " alone");
        }
    }
}
