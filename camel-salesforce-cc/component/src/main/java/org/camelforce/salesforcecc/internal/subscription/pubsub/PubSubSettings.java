package org.camelforce.salesforcecc.internal.subscription.pubsub;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.camelforce.salesforcecc.internal.connection.HttpProxySettings;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.jspecify.annotations.Nullable;

/**
 * Where the Pub/Sub API is and how it is reached.
 *
 * @param host its host
 * @param port its port
 * @param systemProxy whether to go through the proxy that the JVM's system properties name
 * @param proxy the proxy of the component's options, which wins over that of the JVM; null if there is none
 * @param tls who is trusted, and the client's own certificate if there is one
 * @param transportOptions the options that make transports the same, compared with {@code equals}
 */
public record PubSubSettings(
        String host,
        int port,
        boolean systemProxy,
        @Nullable HttpProxySettings proxy,
        SSLContext tls,
        Object transportOptions) {

    private static final int MAX_PORT = 65_535;

    /** {@return what is the same for those who can share connections} */
    Object way() {
        return List.of(host, port, systemProxy, transportOptions);
    }

    /**
     * To be called before a token is sent.
     *
     * @param trusted where tokens may be sent
     * @return this
     * @throws IllegalArgumentException if the host is not one of them, or if host and port are none; the message names
     *     the option
     */
    public PubSubSettings requireTrusted(TrustedHosts trusted) {
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("Option pubSubPort must be from 1 to 65535, but is " + port);
        }
        URI place;
        try {
            place = new URI("https", null, host, port, null, null, null).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Option pubSubHost must be a hostname, but is '" + host + "'", e);
        }
        if (!trusted.trusts(place)) {
            throw new IllegalArgumentException(
                    "No token is sent to " + host + ", which is not a Salesforce host. Check option"
                            + " pubSubHost. If you reach the Pub/Sub API through your own host, name it in option allowedHosts.");
        }
        return this;
    }
}
