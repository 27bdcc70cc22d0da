package org.camelforce.salesforcecc.internal.http;

import java.util.Objects;
import java.util.function.Supplier;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Lets {@code http} and {@code https} endpoints send the access token of a {@code salesforce-cc} component, in a header
 * {@code Authorization: Bearer} that replaces what the route may have set. The token goes to the instance URL only;
 * requests elsewhere, and redirects to elsewhere, are left as they are. When Salesforce rejects the token, the request
 * is sent once more with the next one, if its body can be read again.
 *
 * <p>The component binds one to the registry; routes refer to it with the option {@code httpClientConfigurer}. Safe for
 * use by several threads.
 */
public final class SalesforceHttpClientConfigurer implements HttpClientConfigurer {

    private static final String NAME = "salesforce-cc-token";

    private final Supplier<@Nullable ApiConnection> connections;

    /** @param connections gives the component's connection, or null while it is not started */
    public SalesforceHttpClientConfigurer(Supplier<@Nullable ApiConnection> connections) {
        this.connections = Objects.requireNonNull(connections, "connections");
    }

    @Override
    public void configureHttpClient(HttpClientBuilder clientBuilder) {
        // a component that nobody else uses starts now, and says what is wrong with its options
        connections.get();
        clientBuilder.addExecInterceptorBefore(ChainElement.PROTOCOL.name(), NAME, new TokenExecHandler(connections));
    }
}
