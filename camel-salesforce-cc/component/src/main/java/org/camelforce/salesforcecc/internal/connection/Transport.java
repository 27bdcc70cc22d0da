package org.camelforce.salesforcecc.internal.connection;

import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.io.ClientConnector;

/** An HTTP client of its own for those who have no component. Safe for use by several threads. */
public final class Transport implements AutoCloseable {

    private final HttpClient httpClient;
    private final OpenChannels channels;

    private Transport(TransportSettings settings) {
        ClientConnector connector = new ClientConnector();
        connector.setSslContextFactory(settings.sslContextFactory());
        httpClient = new HttpClient(new HttpClientTransportOverHTTP(connector));
        settings.applyTo(httpClient);
        httpClient.setFollowRedirects(false);
        channels = OpenChannels.of(httpClient);
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
            // they do not end when an answer is cut short
            transport.httpClient.getContentDecoderFactories().clear();
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
        } finally {
            channels.close();
        }
    }
}
