package org.camelforce.salesforcecc.internal.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
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
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;

/** The socket of a connection, which knows what thread is to read from it. */
final class ApiEndPoint extends SocketChannelEndPoint {

    /** Without a second handshake. Until the first one is over, a session has another protocol. */
    private static final String LASTING_TLS = "TLSv1.3";

    /** How much the thread that selects reads before it looks at the other connections. */
    private static final int MAX_BYTES_AT_ONCE = 131_072;

    private volatile boolean isReadWhereSelected;
    private volatile List<SSLEngine> tls = List.of();
    private volatile int left = MAX_BYTES_AT_ONCE;

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

    /**
     * Nothing is read for the moment when there is more than one thread should read for many connections: then it is
     * selected again, and another thread goes on.
     */
    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        if (!Invocable.isNonBlockingInvocation()) {
            return super.fill(buffer);
        }
        if (left <= 0) {
            return 0;
        }
        int filled = super.fill(buffer);
        left -= Math.max(0, filled);
        return filled;
    }

    /** A trust manager may ask others during a handshake, for example whether a certificate has been revoked. */
    private boolean isHandshakePossible() {
        return tls.stream()
                .anyMatch(engine -> !engine.getSession().getProtocol().equals(LASTING_TLS));
    }

    private final class Reading extends Callback.Nested {

        Reading(Callback callback) {
            super(callback);
        }

        @Override
        public void succeeded() {
            boolean isWhereSelected = getInvocationType() == InvocationType.NON_BLOCKING;
            left = MAX_BYTES_AT_ONCE;
            if (isWhereSelected) {
                Invocable.invokeNonBlocking(super::succeeded);
            } else {
                super.succeeded();
            }
        }

        @Override
        public InvocationType getInvocationType() {
            return isReadWhereSelected && left > 0 && !isHandshakePossible()
                    ? InvocationType.NON_BLOCKING
                    : super.getInvocationType();
        }
    }
}
