package org.camelforce.salesforcecc.internal.connection;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/** The socket of a connection, which knows what thread is to read from it. */
final class ApiEndPoint extends SocketChannelEndPoint {

    /** What JSSE names until the first handshake is over. */
    private static final String NO_CIPHER_SUITE = "SSL_NULL_WITH_NULL_NULL";

    private volatile boolean isReadWhereSelected;
    private volatile List<SSLEngine> tls = List.of();

    ApiEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
    }

    /**
     * From now on, the thread that selects reads from a socket, because what takes the answers does not block.
     *
     * @param endPoint reads from the socket, directly or through TLS
     */
    static void readWhereSelected(EndPoint endPoint) {
        List<SSLEngine> tls = new ArrayList<>();
        EndPoint next = endPoint;
        while (next instanceof EndPoint.Wrapper wrapper) {
            if (next instanceof SslConnection.SslEndPoint decrypted) {
                tls.add(decrypted.getSslConnection().getSSLEngine());
            }
            next = wrapper.unwrap();
        }
        ApiEndPoint socket = (ApiEndPoint) next;
        socket.tls = tls;
        socket.isReadWhereSelected = true;
    }

    @Override
    public void fillInterested(Callback callback) {
        super.fillInterested(new Reading(callback));
    }

    @Override
    public boolean tryFillInterested(Callback callback) {
        return super.tryFillInterested(new Reading(callback));
    }

    /** A trust manager may ask others during a handshake, for example whether a certificate has been revoked. */
    private boolean isInHandshake() {
        return tls.stream()
                .anyMatch(engine -> engine.getSession().getCipherSuite().equals(NO_CIPHER_SUITE));
    }

    private final class Reading extends Callback.Nested {

        Reading(Callback callback) {
            super(callback);
        }

        @Override
        public InvocationType getInvocationType() {
            return isReadWhereSelected && !isInHandshake() ? InvocationType.NON_BLOCKING : super.getInvocationType();
        }
    }
}
