package org.camelforce.salesforcecc.internal.subscription.pubsub;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens the connection to the Pub/Sub API when it is used first: an application that does not use it loads neither gRPC
 * nor Netty. Safe for use by several threads.
 */
public final class LazyPubSub implements AutoCloseable {

    private final Supplier<PubSubConnection> opening;
    private @Nullable PubSubConnection connection;
    private boolean closed;

    /** @param opening opens the connection, without blocking; called once at most */
    public LazyPubSub(Supplier<PubSubConnection> opening) {
        this.opening = opening;
    }

    /**
     * @return the connection
     * @throws IllegalStateException if this has been closed, or if the class path lacks what the connection needs; the
     *     next call tries again
     */
    public synchronized PubSubConnection get() {
        if (closed) {
            throw new IllegalStateException("The component is stopped, and with it its connection to the Pub/Sub API");
        }
        PubSubConnection open = connection;
        if (open == null) {
            open = open();
            connection = open;
        }
        return open;
    }

    private PubSubConnection open() {
        try {
            return opening.get();
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "The Pub/Sub API needs gRPC, Netty and protobuf in the versions that camel-salesforce brings along, and the"
                            + " class path lacks some of them or has others: " + e.getMessage()
                            + ". Remove exclusions and versions of io.grpc, io.netty and com.google.protobuf from the build.",
                    e);
        }
    }

    /** Closes the connection, if there is one; afterwards there will be none. Safe to call again. */
    @Override
    public void close() {
        PubSubConnection open = end();
        if (open != null) {
            open.close();
        }
    }

    private synchronized @Nullable PubSubConnection end() {
        closed = true;
        return connection;
    }
}
