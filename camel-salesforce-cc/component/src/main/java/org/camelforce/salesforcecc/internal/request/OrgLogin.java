package org.camelforce.salesforcecc.internal.request;

import java.net.URI;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.internal.token.TokenManager;
import org.jspecify.annotations.Nullable;

/**
 * Which org is asked, and with which token.
 *
 * @param tokens gives out tokens
 * @param fixedInstanceUrl where the API is called whatever the login says, without a slash at the end; null if the
 *     login says so
 */
public record OrgLogin(TokenManager tokens, @Nullable URI fixedInstanceUrl) {

    /**
     * @param token a token
     * @return where the API is called with it
     */
    public URI instanceUrlOf(AccessToken token) {
        return fixedInstanceUrl != null ? fixedInstanceUrl : token.instanceUrl();
    }
}
