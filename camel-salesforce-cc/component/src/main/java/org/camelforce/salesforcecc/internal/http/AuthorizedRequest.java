package org.camelforce.salesforcecc.internal.http;

import java.io.IOException;
import org.apache.camel.StreamCache;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.net.URIAuthority;
import org.camelforce.salesforcecc.internal.connection.Origin;

/**
 * One try of a request, with a token of its own. It is a copy: neither another try nor a redirect, which HttpClient
 * makes from the request as the route gave it, can inherit the token.
 */
final class AuthorizedRequest {

    private final ClassicHttpRequest request;
    private final ExecChain.Scope scope;

    AuthorizedRequest(ClassicHttpRequest original, ExecChain.Scope scope, BearerToken grant) {
        Origin target = grant.target();
        this.request = ClassicRequestBuilder.copy(original).build();
        request.setHeader(new BasicHeader(HttpHeaders.AUTHORIZATION, "Bearer " + grant.token(), true));
        if (originOf(scope).equals(target)) {
            this.scope = scope;
        } else {
            request.setScheme(target.scheme());
            request.setAuthority(new URIAuthority(target.host(), target.port()));
            request.removeHeaders(HttpHeaders.HOST);
            this.scope = new ExecChain.Scope(
                    scope.exchangeId,
                    routeTo(target, scope.route),
                    scope.originalRequest,
                    scope.execRuntime,
                    scope.clientContext);
        }
    }

    /** Where a request goes, whatever its Host header says. */
    static Origin originOf(ExecChain.Scope scope) {
        HttpHost host = scope.route.getTargetHost();
        return new Origin(host.getSchemeName(), host.getHostName(), host.getPort());
    }

    ClassicHttpResponse send(ExecChain chain) throws IOException, HttpException {
        return chain.proceed(request, scope);
    }

    /** Makes the body ready to be sent again; false if that cannot be. */
    boolean rewindBody() {
        HttpEntity body = request.getEntity();
        if (body == null || body.isRepeatable()) {
            return true;
        }
        try {
            // camel-http takes a cached stream for a plain one
            if (body.getContent() instanceof StreamCache cache) {
                cache.reset();
                return true;
            }
            return false;
        } catch (IOException | RuntimeException e) {
            // a body that can be written only
            return false;
        }
    }

    private static HttpRoute routeTo(Origin target, HttpRoute before) {
        HttpHost host = new HttpHost(target.scheme(), target.host(), target.port());
        HttpHost proxy = before.getProxyHost();
        return proxy == null
                ? new HttpRoute(host, before.getLocalAddress(), target.isSecure())
                : new HttpRoute(host, before.getLocalAddress(), proxy, target.isSecure());
    }
}
