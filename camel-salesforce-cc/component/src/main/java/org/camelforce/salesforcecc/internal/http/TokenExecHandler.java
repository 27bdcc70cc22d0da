package org.camelforce.salesforcecc.internal.http;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;

/**
 * The component's place among HttpClient's handlers: behind those for redirects and retries, so that each hop is looked
 * at by itself.
 *
 * <p>A failure that is no I/O error is thrown as cause of a {@link RuntimeCamelException}, which camel-http takes off.
 */
final class TokenExecHandler implements ExecChainHandler {

    private final Supplier<@Nullable ApiConnection> connections;

    TokenExecHandler(Supplier<@Nullable ApiConnection> connections) {
        this.connections = connections;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ApiConnection connection = connections.get();
        if (connection == null) {
            return chain.proceed(request, scope);
        }
        try {
            return new AuthorizedCall(connection, request, scope, chain).run();
        } catch (SalesforceException e) {
            throw new RuntimeCamelException(e);
        }
    }
}
