package org.camelforce.salesforcecc.internal.connection;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.io.ClientConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets of an HTTP client. Jetty forgets a connection that it is opening while it stops, and leaves its socket
 * open. Safe for use by several threads.
 */
public final class OpenChannels implements ClientConnector.ConnectListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenChannels.class);

    private final BooleanSupplier running;
    private final Set<SocketChannel> channels = new HashSet<>();

    private OpenChannels(BooleanSupplier running) {
        this.running = running;
    }

    /**
     * @param client not started yet
     * @return all sockets that it opens from now on
     */
    public static OpenChannels of(HttpClient client) {
        OpenChannels channels = new OpenChannels(client::isRunning);
        client.getContainedBeans(ClientConnector.class).forEach(connector -> connector.addEventListener(channels));
        return channels;
    }

    /** A socket that is closed here fails its connection. */
    @Override
    public void onConnectBegin(SocketChannel channel, SocketAddress address) {
        synchronized (channels) {
            channels.removeIf(known -> !known.isOpen());
            channels.add(channel);
        }
        if (!running.getAsBoolean()) {
            close(channel);
        }
    }

    /** Closes the sockets that are open. To be called when the client does not run any more; then none opens later. */
    @Override
    public void close() {
        List<SocketChannel> open;
        synchronized (channels) {
            open = List.copyOf(channels);
            channels.clear();
        }
        open.forEach(OpenChannels::close);
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("A socket of a client that has stopped cannot be closed", e);
        }
    }
}
