package org.camelforce.salesforcecc.doctor;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.internal.oauth.ClientAuthentication;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.Fields;

/** Sends requests to trusted hosts only, without following redirects. */
final class HttpProbe {

    private final HttpClient httpClient;
    private final TrustedHosts trusted;
    private final long timeoutMillis;

    HttpProbe(HttpClient httpClient, TrustedHosts trusted, long timeoutMillis) {
        this.httpClient = httpClient;
        this.trusted = trusted;
        this.timeoutMillis = timeoutMillis;
    }

    HttpClient httpClient() {
        return httpClient;
    }

    Answer get(URI url) throws InterruptedException {
        return send(httpClient.newRequest(url));
    }

    Answer get(URI url, AccessToken token) throws InterruptedException {
        return send(with(token, httpClient.newRequest(url)));
    }

    Answer postJson(URI url, AccessToken token, String json) throws InterruptedException {
        return send(with(token, httpClient.newRequest(url))
                .method(HttpMethod.POST)
                .body(new StringRequestContent("application/json", json, StandardCharsets.UTF_8)));
    }

    /** Authenticates the client as a login does. */
    Answer postForm(URI url, Fields form, ClientCredentials client, ClientAuthenticationMethod method)
            throws InterruptedException {
        Request request = httpClient.newRequest(url).method(HttpMethod.POST);
        return send(ClientAuthentication.form(request, form, client, method));
    }

    private static Request with(AccessToken token, Request request) {
        return request.headers(headers -> headers.put(HttpHeader.AUTHORIZATION, "Bearer " + token.value()));
    }

    private Answer send(Request request) throws InterruptedException {
        URI url = request.getURI();
        if (!trusted.trusts(url)) {
            return Answer.none(
                    "nothing is sent to " + url.getHost() + ", which is not a Salesforce host reached over https");
        }
        try {
            ContentResponse response = request.followRedirects(false)
                    .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                    .headers(headers -> headers.put(HttpHeader.ACCEPT, "application/json"))
                    .send();
            return new Answer(response.getStatus(), response.getHeaders(), response.getContentAsString());
        } catch (TimeoutException e) {
            return Answer.none("none came within " + timeoutMillis + " ms");
        } catch (ExecutionException e) {
            return Answer.none(String.valueOf(e.getCause()));
        }
    }
}
