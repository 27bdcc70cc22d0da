package org.camelforce.salesforcecc.internal.connection;

import org.eclipse.jetty.client.HttpClient;

/** An HTTP client of its own for those who have no component. Safe for use by several threads. */
public final class Transport implements AutoCloseable {

    private final HttpClient httpClient;

    private Transport(TransportSettings settings) {
        httpClient = new ApiHttpClient(settings);
    }

    /**
     * @param settings how requests travel
     * @return a started client
     * @throws IllegalStateException if the settings do not let it start
     */
    public static Transport open(TransportSettings settings) {
        Transport transport = new Transport(settings);
        try {
            transport.httpClient.start();
            return transport;
        } catch (Exception e) {
            transport.close();
            throw new IllegalStateException("The HTTP client cannot start", e);
        }
    }

    /** {@return the client, which is stopped when this is closed} */
    public HttpClient httpClient() {
        return httpClient;
    }

    /** Stops the client, with all of its connections. */
    @Override
    public void close() {
        try {
            httpClient.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP client cannot stop", e);
        }
    }
}
