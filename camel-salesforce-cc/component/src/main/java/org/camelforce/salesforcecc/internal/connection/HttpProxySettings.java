package org.camelforce.salesforcecc.internal.connection;

import io.grpc.HttpConnectProxiedSocketAddress;
import io.grpc.ProxiedSocketAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Set;
import org.eclipse.jetty.client.BasicAuthentication;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.Origin;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP proxy on the way to Salesforce, which is asked to CONNECT: by gRPC for the Pub/Sub API, and by Jetty's
 * client. Shows no password.
 *
 * @param host the proxy's host
 * @param port the proxy's port
 * @param username for Basic authentication at the proxy, or null
 * @param password for Basic authentication at the proxy, or null
 * @param included addresses to reach through the proxy, as Jetty reads them; null for all
 * @param excluded addresses not to reach through the proxy, as Jetty reads them; null for none
 * @param notPossible the option and value with which gRPC cannot use this proxy, or null if it can
 */
public record HttpProxySettings(
        String host,
        int port,
        @Nullable String username,
        @Nullable String password,
        @Nullable Set<String> included,
        @Nullable Set<String> excluded,
        @Nullable String notPossible) {

    /**
     * gRPC's {@code ProxyDetector}, which is not loaded before the Pub/Sub API is used.
     *
     * @param target what gRPC connects to
     * @return the proxy and the login at it; null if the target is not reached through the proxy
     * @throws IOException if the proxy's host is not known; the message names the option
     */
    public @Nullable ProxiedSocketAddress proxyFor(SocketAddress target) throws IOException {
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
    public void requirePossible(String apiHost, int apiPort) {
        if (notPossible != null && isFor(apiHost, apiPort)) {
            throw new IllegalArgumentException("Option " + notPossible
                    + ", is not possible for the Pub/Sub API, which is reached by CONNECT through a proxy that speaks plain"
                    + " HTTP and takes Basic authentication. Choose such a proxy in option httpProxyHost, or add "
                    + apiHost
                    + ":" + apiPort + " to option httpProxyExcludedAddresses.");
        }
    }

    /**
     * @param apiHost a host that is reached with TLS
     * @param apiPort its port
     * @return whether it is reached through this proxy
     */
    public boolean isFor(String apiHost, int apiPort) {
        return forJetty().matches(new Origin("https", apiHost, apiPort));
    }

    /**
     * To be called before the client starts.
     *
     * @param client sends its requests through this proxy from now on, but for those to excluded addresses
     */
    public void applyTo(HttpClient client) {
        HttpProxy proxy = forJetty();
        client.getProxyConfiguration().addProxy(proxy);
        if (username != null) {
            client.getAuthenticationStore()
                    .addAuthenticationResult(new BasicAuthentication.BasicResult(
                            proxy.getURI(),
                            HttpHeader.PROXY_AUTHORIZATION,
                            username,
                            password == null ? "" : password));
        }
    }

    private HttpProxy forJetty() {
        HttpProxy proxy = new HttpProxy(new Origin.Address(host, port), false);
        if (included != null) {
            proxy.getIncludedAddresses().addAll(included);
        }
        if (excluded != null) {
            proxy.getExcludedAddresses().addAll(excluded);
        }
        return proxy;
    }

    @Override
    public String toString() {
        return "HttpProxySettings[" + host + ":" + port + "]";
    }
}
