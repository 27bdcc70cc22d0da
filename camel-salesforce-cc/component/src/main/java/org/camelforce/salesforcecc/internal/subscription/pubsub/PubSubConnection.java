package org.camelforce.salesforcecc.internal.subscription.pubsub;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.camelforce.salesforcecc.internal.request.OrgLogin;
import org.camelforce.salesforcecc.internal.threads.RejectedTasks;

/**
 * What one component has of the Pub/Sub API: its RPCs, which travel by connections that others use too, and the schemas
 * of its org. Loads gRPC and Netty; see {@link LazyPubSub}. Every RPC takes the token of its time; one that is under
 * way keeps it, so a renewed token leaves healthy streams alone. Safe for use by several threads.
 */
public final class PubSubConnection implements AutoCloseable {

    private final PubSubSettings settings;
    private final SharedPubSubTransports transports;
    private final AtomicBoolean released = new AtomicBoolean();
    private final PubSubClient rpcs;
    private final StreamContext context;
    private final PubSubPublisher publisher;

    /**
     * Connects to nothing yet.
     *
     * @param camelContext whose components share connections
     * @param settings where the API is; a token is sent there
     * @param login has the tokens; its time-out is that of an answer
     * @param rejectedTasks is told what the threads reject that handle the component's answers
     * @param timer runs short tasks at their time; stays its owner's
     */
    public PubSubConnection(
            CamelContext camelContext,
            PubSubSettings settings,
            OrgLogin login,
            RejectedTasks rejectedTasks,
            ScheduledExecutorService timer) {
        this.settings = settings;
        transports = SharedPubSubTransports.of(camelContext);
        PubSubTransport transport = transports.acquire(settings);
        rpcs = new PubSubClient(transport.channels(), transport.answers(rejectedTasks), login);
        SchemaCache schemas = new SchemaCache(rpcs);
        context = new StreamContext(rpcs, schemas, timer);
        publisher = new PubSubPublisher(rpcs, schemas, login.tokens());
    }

    /**
     * @param endpoint operation {@code pubSubSubscribe} with its topic and options
     * @param rawBitmaps whether the sets of fields in change events stay as they are
     * @return its events
     * @throws ClassNotFoundException if there is no class of the endpoint's {@code pubSubPojoClass}
     * @throws IllegalArgumentException if POJOs are wanted and that option is missing
     */
    public PubSubSource source(SalesforceEndpoint endpoint, boolean rawBitmaps) throws ClassNotFoundException {
        return new PubSubSource(context, endpoint.getTopicName(), EventDeserializer.of(endpoint, rawBitmaps));
    }

    /**
     * @param endpoint operation {@code pubSubSubscribe} with its topic and options
     * @param developerNameOrId of the managed subscription
     * @param rawBitmaps whether the sets of fields in change events stay as they are
     * @return its events, and its position, which Salesforce keeps
     * @throws ClassNotFoundException if there is no class of the endpoint's {@code pubSubPojoClass}
     * @throws IllegalArgumentException if POJOs are wanted and that option is missing
     */
    public ManagedSource managedSource(SalesforceEndpoint endpoint, String developerNameOrId, boolean rawBitmaps)
            throws ClassNotFoundException {
        return new ManagedSource(
                context, endpoint.getTopicName(), developerNameOrId, EventDeserializer.of(endpoint, rawBitmaps));
    }

    /** @return publishes over this connection */
    public PubSubPublisher publisher() {
        return publisher;
    }

    /**
     * Cuts what is under way, and waits a few seconds for its end; if no other component uses the connections, until
     * these and their threads have ended. Safe to call again.
     */
    @Override
    public void close() {
        if (released.compareAndSet(false, true)) {
            try {
                rpcs.close();
            } finally {
                transports.release(settings);
            }
        }
    }
}
