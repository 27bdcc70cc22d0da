package org.camelforce.salesforcecc.events.pubsub;

import io.grpc.HttpConnectProxiedSocketAddress;
import io.grpc.ProxiedSocketAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Set;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.Origin;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP proxy through which the Pub/Sub API is reached by CONNECT, as the component's other requests are. Shows no
 * password.
 *
 * @param host the proxy's host
 * @param port the proxy's port
 * @param username for Basic authentication at the proxy, or null
 * @param password for Basic authentication at the proxy, or null
 * @param included addresses to reach through the proxy, as Jetty reads them; null for all
 * @param excluded addresses not to reach through the proxy, as Jetty reads them; null for none
 * @param notPossible the option and value with which gRPC cannot use this proxy, or null if it can
 */
public record PubSubProxy(
        String host,
        int port,
        @Nullable String username,
        @Nullable String password,
        @Nullable Set<String> included,
        @Nullable Set<String> excluded,
        @Nullable String notPossible) {

    /** gRPC's {@code ProxyDetector}, which is not loaded before the Pub/Sub API is used. */
    @Nullable
    ProxiedSocketAddress proxyFor(SocketAddress target) throws IOException {
        if (!(target instanceof InetSocketAddress address) || !isFor(address.getHostString(), address.getPort())) {
            return null;
        }
        InetSocketAddress proxy = new InetSocketAddress(host, port);
        if (proxy.isUnresolved()) {
            throw new IOException("The host " + host + " of option httpProxyHost is not known");
        }
        return HttpConnectProxiedSocketAddress.newBuilder()
                .setProxyAddress(proxy)
                .setTargetAddress(address)
                .setUsername(username)
                .setPassword(password)
                .build();
    }

    /**
     * To be called before the Pub/Sub API is used.
     *
     * @param apiHost its host
     * @param apiPort its port
     * @throws IllegalArgumentException if it is to be reached through this proxy and cannot; the message names the
     *     options
     */
    void requirePossible(String apiHost, int apiPort) {
        if (notPossible != null && isFor(apiHost, apiPort)) {
            throw new IllegalArgumentException("Option " + notPossible
                    + ", is not possible for the Pub/Sub API, which is reached by CONNECT through a proxy that speaks plain"
                    + " HTTP and takes Basic authentication. Choose such a proxy in option httpProxyHost, or add "
                    + apiHost
                    + ":" + apiPort + " to option httpProxyExcludedAddresses.");
        }
    }

    private boolean isFor(String apiHost, int apiPort) {
        HttpProxy proxy = new HttpProxy(new Origin.Address(host, port), false);
        if (included != null) {
            proxy.getIncludedAddresses().addAll(included);
        }
        if (excluded != null) {
            proxy.getExcludedAddresses().addAll(excluded);
        }
        return proxy.matches(new Origin("https", apiHost, apiPort));
    }

    @Override
    public String toString() {
        return "PubSubProxy[" + host + ":" + port + "]";
    }
}
