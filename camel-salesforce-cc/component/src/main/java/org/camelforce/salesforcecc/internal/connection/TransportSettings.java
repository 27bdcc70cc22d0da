package org.camelforce.salesforcecc.internal.connection;

import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/**
 * What decides how HTTP requests travel. Component, doctor and rotation make their HTTP clients from it, so what keeps
 * requests of one from their aim keeps those of the others from it.
 *
 * @param tls who is trusted, and the client's own certificate if there is one
 * @param connectTimeoutMillis how long a connection may take, in milliseconds, at least 1
 * @param idleTimeoutMillis how long a connection may be idle, in milliseconds
 * @param requestTimeoutMillis how long a request may take, in milliseconds, at least 1
 * @param requestBufferBytes the size of the buffer for a request's URL and headers; a larger one is taken for a request
 *     that needs it
 * @param maxAnswerBytes how large the body of an answer may be, at least 1
 * @param proxy the proxy on the way, or null
 * @param others sets further properties of a client, which the others win over
 */
public record TransportSettings(
        SSLContext tls,
        long connectTimeoutMillis,
        long idleTimeoutMillis,
        long requestTimeoutMillis,
        int requestBufferBytes,
        int maxAnswerBytes,
        @Nullable HttpProxySettings proxy,
        Consumer<HttpClient> others) {

    /** A page of 2,000 records with long texts has many megabytes; {@code camel-salesforce} takes 4. */
    public static final int DEFAULT_MAX_ANSWER_BYTES = 64 * 1024 * 1024;

    /** Salesforce ends a query after 120 seconds, and says nothing until then. */
    public static final long DEFAULT_IDLE_TIMEOUT_MILLIS = 130_000;

    /** Leaves time for the answer to a slow query. */
    public static final long DEFAULT_REQUEST_TIMEOUT_MILLIS = 180_000;

    /** What {@code camel-salesforce} takes for the buffer of a request's headers. */
    public static final int DEFAULT_REQUEST_BUFFER_BYTES = 8_192;

    /** Salesforce takes 16,384 bytes of a URL; an access token and the other headers come on top. */
    private static final int LONGEST_REQUEST_BYTES = 24_576;

    private static final long DEFAULT_CONNECT_TIMEOUT_MILLIS = 60_000;

    /** Whoever waits for a login waits no longer, whatever queries may take. */
    private static final long LONGEST_LOGIN_MILLIS = 60_000;

    /** Guards what requests cannot do without. */
    public TransportSettings {
        Objects.requireNonNull(tls, "tls");
        if (requestTimeoutMillis < 1) {
            throw new IllegalArgumentException(
                    "Option httpRequestTimeout must be at least 1 ms, but is " + requestTimeoutMillis);
        }
        if (connectTimeoutMillis < 1) {
            throw new IllegalArgumentException(
                    "Option httpClientConnectionTimeout must be at least 1 ms, but is " + connectTimeoutMillis);
        }
        if (maxAnswerBytes < 1) {
            throw new IllegalArgumentException(
                    "Option httpMaxContentLength must be at least 1, but is " + maxAnswerBytes);
        }
    }

    /**
     * @param tls who is trusted, and the client's own certificate if there is one
     * @return the defaults of the component's options
     */
    public static TransportSettings of(SSLContext tls) {
        return new TransportSettings(
                tls,
                DEFAULT_CONNECT_TIMEOUT_MILLIS,
                DEFAULT_IDLE_TIMEOUT_MILLIS,
                DEFAULT_REQUEST_TIMEOUT_MILLIS,
                DEFAULT_REQUEST_BUFFER_BYTES,
                DEFAULT_MAX_ANSWER_BYTES,
                null,
                client -> {});
    }

    /**
     * @return the defaults of the component's options
     * @throws IllegalStateException if the Java platform has no TLS settings
     */
    public static TransportSettings ofPlatform() {
        try {
            return of(SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The TLS settings of the Java platform cannot be used", e);
        }
    }

    /**
     * @param other how long a connection, a pause in it and a request may take, in milliseconds, at least 1
     * @return the same with these time-outs
     */
    public TransportSettings withTimeout(long other) {
        return new TransportSettings(tls, other, other, other, requestBufferBytes, maxAnswerBytes, proxy, others);
    }

    /** @return the same for logins, and what else is quick: a request takes 60 seconds at most */
    public TransportSettings ofLogins() {
        return new TransportSettings(
                tls,
                connectTimeoutMillis,
                idleTimeoutMillis,
                Math.min(requestTimeoutMillis, LONGEST_LOGIN_MILLIS),
                requestBufferBytes,
                maxAnswerBytes,
                proxy,
                others);
    }

    /**
     * @param other the proxy on the way, or null
     * @return the same with this proxy
     */
    public TransportSettings withProxy(@Nullable HttpProxySettings other) {
        return new TransportSettings(
                tls,
                connectTimeoutMillis,
                idleTimeoutMillis,
                requestTimeoutMillis,
                requestBufferBytes,
                maxAnswerBytes,
                other,
                others);
    }

    /** {@return the TLS settings for a client of Jetty's, for one client only} */
    public SslContextFactory.Client sslContextFactory() {
        SslContextFactory.Client factory = new SslContextFactory.Client();
        factory.setSslContext(tls);
        return factory;
    }

    /**
     * To be called before the client starts. Proxies and logins that the client has already are forgotten.
     *
     * @param client made with {@link #sslContextFactory}, for which all settings hold from now on
     */
    public void applyTo(HttpClient client) {
        List.copyOf(client.getProxyConfiguration().getProxies()).forEach(client.getProxyConfiguration()::removeProxy);
        client.getAuthenticationStore().clearAuthentications();
        others.accept(client);
        client.setConnectTimeout(connectTimeoutMillis);
        client.setIdleTimeout(idleTimeoutMillis);
        client.setRequestBufferSize(requestBufferBytes);
        client.setMaxRequestHeadersSize(
                Math.max(Math.max(requestBufferBytes, LONGEST_REQUEST_BYTES), client.getMaxRequestHeadersSize()));
        if (proxy != null) {
            proxy.applyTo(client);
        }
    }

    @Override
    public String toString() {
        return "TransportSettings[" + requestTimeoutMillis + " ms, " + proxy + "]";
    }
}
