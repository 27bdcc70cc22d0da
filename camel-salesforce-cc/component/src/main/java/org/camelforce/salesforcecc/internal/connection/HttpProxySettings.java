package org.camelforce.salesforcecc.internal.connection;

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
 * The proxy on the way to Salesforce, for Jetty's client and for gRPC's. Only TLS goes through it. Shows no password.
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
        ProxyConfiguration.Proxy proxy = socks4 ? new TlsOverSocks4(address, secure) : new TlsOverHttp(address, secure);
        proxy.getIncludedAddresses().addAll(included);
        proxy.getExcludedAddresses().addAll(excluded);
        return proxy;
    }

    /** What speaks plain HTTP would show the token to the proxy. That is on loopback only, where no proxy is needed. */
    private static boolean isTunnelled(Origin origin) {
        return "https".equalsIgnoreCase(origin.getScheme());
    }

    private static final class TlsOverHttp extends HttpProxy {

        TlsOverHttp(Origin.Address address, boolean secure) {
            super(address, secure);
        }

        @Override
        public boolean matches(Origin origin) {
            return isTunnelled(origin) && super.matches(origin);
        }
    }

    private static final class TlsOverSocks4 extends Socks4Proxy {

        TlsOverSocks4(Origin.Address address, boolean secure) {
            super(address, secure);
        }

        @Override
        public boolean matches(Origin origin) {
            return isTunnelled(origin) && super.matches(origin);
        }
    }

    @Override
    public String toString() {
        return "HttpProxySettings[" + host + ":" + port + "]";
    }
}
