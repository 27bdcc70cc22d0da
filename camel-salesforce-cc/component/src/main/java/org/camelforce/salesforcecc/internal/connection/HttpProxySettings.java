package org.camelforce.salesforcecc.internal.connection;

import io.grpc.HttpConnectProxiedSocketAddress;
import io.grpc.ProxiedSocketAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Set;
import org.eclipse.jetty.client.BasicAuthentication;
import org.eclipse.jetty.client.DigestAuthentication;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.Origin;
import org.eclipse.jetty.client.ProxyConfiguration;
import org.eclipse.jetty.client.Socks4Proxy;
import org.jspecify.annotations.Nullable;

/**
 * The proxy on the way to Salesforce: for Jetty's client, and for gRPC, which asks it to CONNECT. Shows no password.
 *
 * @param host the proxy's host
 * @param port the proxy's port
 * @param socks4 whether it is a SOCKS4 proxy, not an HTTP proxy
 * @param secure whether the proxy itself is reached over TLS
 * @param login how to log in at the proxy, or null
 * @param included addresses to reach through the proxy, as Jetty reads them; empty for all
 * @param excluded addresses not to reach through the proxy, as Jetty reads them; empty for none
 */
public record HttpProxySettings(
        String host,
        int port,
        boolean socks4,
        boolean secure,
        @Nullable Login login,
        Set<String> included,
        Set<String> excluded) {

    /**
     * A login at a proxy that asks for one (RFC 9110, section 11.7).
     *
     * @param username the user's name
     * @param password the user's password
     * @param realm what the proxy calls itself when it asks
     * @param uri the proxy's URI
     * @param digest whether the password is sent as a digest (RFC 7616)
     */
    public record Login(String username, String password, String realm, URI uri, boolean digest) {

        @Override
        public String toString() {
            return "Login[" + realm + "]";
        }
    }

    /**
     * @param host the proxy's host
     * @param port the proxy's port
     * @return an HTTP proxy that speaks plain HTTP and asks for no login
     */
    public static HttpProxySettings plain(String host, int port) {
        return new HttpProxySettings(host, port, false, false, null, Set.of(), Set.of());
    }

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
                .setUsername(login == null ? null : login.username())
                .setPassword(login == null ? null : login.password())
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
        String notPossible = notForGrpc();
        if (notPossible != null && isFor(apiHost, apiPort)) {
            throw new IllegalArgumentException("Option " + notPossible
                    + ", is not possible for the Pub/Sub API, which is reached by CONNECT through a proxy that speaks plain"
                    + " HTTP and takes Basic authentication. Choose such a proxy in option httpProxyHost, or add "
                    + apiHost
                    + ":" + apiPort + " to option httpProxyExcludedAddresses.");
        }
    }

    private @Nullable String notForGrpc() {
        if (socks4) {
            return "httpProxySocks4=true";
        }
        if (secure) {
            return "httpProxySecure=true, its default";
        }
        return login != null && login.digest() ? "httpProxyUseDigestAuth=true" : null;
    }

    /**
     * @param apiHost a host that is reached with TLS
     * @param apiPort its port
     * @return whether it is reached through this proxy
     */
    public boolean isFor(String apiHost, int apiPort) {
        return forJetty().matches(new Origin("https", apiHost, apiPort));
    }

    void applyTo(HttpClient client) {
        client.getProxyConfiguration().addProxy(forJetty());
        if (login != null) {
            client.getAuthenticationStore()
                    .addAuthentication(
                            login.digest()
                                    ? new DigestAuthentication(
                                            login.uri(), login.realm(), login.username(), login.password())
                                    : new BasicAuthentication(
                                            login.uri(), login.realm(), login.username(), login.password()));
        }
    }

    private ProxyConfiguration.Proxy forJetty() {
        Origin.Address address = new Origin.Address(host, port);
        ProxyConfiguration.Proxy proxy = socks4 ? new Socks4Proxy(address, secure) : new HttpProxy(address, secure);
        proxy.getIncludedAddresses().addAll(included);
        proxy.getExcludedAddresses().addAll(excluded);
        return proxy;
    }

    @Override
    public String toString() {
        return "HttpProxySettings[" + host + ":" + port + "]";
    }
}
