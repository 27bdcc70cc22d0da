package org.camelforce.salesforcecc.simulator;

import java.util.List;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.simulator.events.OpenSubscription;
import org.camelforce.salesforcecc.simulator.internal.pubsub.PubSubServer;
import org.jspecify.annotations.Nullable;

/**
 * The Pub/Sub API, opened when it is first asked for: an org that does not use it needs neither its threads nor gRPC on
 * the class path. Safe for use by several threads.
 */
final class LazyPubSub implements AutoCloseable {

    private final Supplier<PubSubServer> opening;
    private @Nullable PubSubServer server;
    private boolean closed;

    LazyPubSub(Supplier<PubSubServer> opening) {
        this.opening = opening;
    }

    /** @throws IllegalStateException if it is closed, or its libraries are not there */
    synchronized int port() {
        PubSubServer open = server;
        if (open == null) {
            if (closed) {
                throw new IllegalStateException("the simulator is closed");
            }
            open = open();
            server = open;
        }
        return open.port();
    }

    synchronized int subscriptions() {
        return server == null ? 0 : server.subscriptions();
    }

    synchronized int publishers() {
        return server == null ? 0 : server.publishers();
    }

    synchronized List<OpenSubscription> openSubscriptions() {
        return server == null ? List.of() : server.openSubscriptions();
    }

    synchronized void stall() {
        if (server != null) {
            server.stall();
        }
    }

    @Override
    public void close() {
        PubSubServer open;
        synchronized (this) {
            closed = true;
            open = server;
            server = null;
        }
        if (open != null) {
            open.close();
        }
    }

    private PubSubServer open() {
        try {
            return opening.get();
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "the Pub/Sub API needs org.apache.camel:camel-salesforce with its libraries on the class path", e);
        }
    }
}
