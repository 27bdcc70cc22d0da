package org.camelforce.salesforcecc.internal.subscription.pubsub;

import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.internal.connection.SharedByOptions;

/**
 * The ways to the Pub/Sub API that the components of one context share: those with the same host, port, TLS, proxy and
 * connection options. Safe for use by several threads.
 */
final class SharedPubSubTransports {

    private final CamelContext camelContext;
    private final SharedByOptions<PubSubTransport> transports = new SharedByOptions<>();

    private SharedPubSubTransports(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    /** {@return those of a context} */
    static synchronized SharedPubSubTransports of(CamelContext camelContext) {
        SharedPubSubTransports transports =
                camelContext.getCamelContextExtension().getContextPlugin(SharedPubSubTransports.class);
        if (transports == null) {
            transports = new SharedPubSubTransports(camelContext);
            camelContext.getCamelContextExtension().addContextPlugin(SharedPubSubTransports.class, transports);
        }
        return transports;
    }

    /** {@return the way of these settings, to be released} */
    PubSubTransport acquire(PubSubSettings settings) {
        return transports.acquire(
                settings.way(), () -> new PubSubTransport(camelContext.getExecutorServiceManager(), settings));
    }

    /** The last one closes the connections, and waits a few seconds until their threads have ended. */
    void release(PubSubSettings settings) {
        PubSubTransport last = transports.release(settings.way());
        if (last != null) {
            last.close();
        }
    }
}
