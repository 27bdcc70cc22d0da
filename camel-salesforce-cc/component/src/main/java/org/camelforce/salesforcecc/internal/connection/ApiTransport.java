package org.camelforce.salesforcecc.internal.connection;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Map;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * HTTP connections whose answers to operations are read by the thread that selects. What takes these answers only hands
 * them over, so no other thread has to be woken for each. Answers to logins and to long polling reach code of others,
 * and are read by other threads.
 */
@SuppressWarnings("try") // close() is inherited from Jetty, which declares that it throws Exception
final class ApiTransport extends HttpClientTransportOverHTTP {

    ApiTransport(SslContextFactory.Client tls) {
        super(new Connector(tls));
    }

    @Override
    public Connection newConnection(EndPoint endPoint, Map<String, Object> context) throws IOException {
        if (isForOperations(context)) {
            ApiEndPoint.readWhereSelected(endPoint);
        }
        return super.newConnection(endPoint, context);
    }

    /** Jetty 12.0 and 12.1 have different names for the destination. */
    private static boolean isForOperations(Map<String, Object> context) {
        return context.values().stream()
                .anyMatch(value ->
                        value instanceof Destination destination && ConnectionOwner.isForOperations(destination));
    }

    private static final class Connector extends ClientConnector {

        Connector(SslContextFactory.Client tls) {
            setSslContextFactory(tls);
        }

        @Override
        protected EndPoint newEndPoint(SelectableChannel channel, ManagedSelector selector, SelectionKey key) {
            return new ApiEndPoint((SocketChannel) channel, selector, key, getScheduler());
        }
    }
}
