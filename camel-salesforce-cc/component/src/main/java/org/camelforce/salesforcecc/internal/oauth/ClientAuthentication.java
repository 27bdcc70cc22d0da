package org.camelforce.salesforcecc.internal.oauth;

import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.eclipse.jetty.client.FormRequestContent;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.Fields;

/** How a client proves to an OAuth endpoint who it is (RFC 6749, section 2.3.1). */
public final class ClientAuthentication {

    private ClientAuthentication() {}

    /**
     * Sets the body of a request, with consumer key and secret in the body or in a header.
     *
     * @param request to be sent afterwards
     * @param parameters of the request, which are not changed
     * @param credentials consumer key and secret
     * @param method where they travel
     * @return the request
     */
    public static Request form(
            Request request, Fields parameters, ClientCredentials credentials, ClientAuthenticationMethod method) {
        Fields form = new Fields(parameters);
        if (method == ClientAuthenticationMethod.CLIENT_SECRET_BASIC) {
            request.headers(headers -> headers.put(HttpHeader.AUTHORIZATION, "Basic " + Redaction.basic(credentials)));
        } else {
            form.put("client_id", credentials.clientId());
            form.put("client_secret", credentials.clientSecret());
        }
        return request.body(new FormRequestContent(form));
    }
}
