package org.camelforce.salesforcecc.internal.subscription.pubsub;

import io.grpc.ManagedChannel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.camelforce.salesforcecc.internal.connection.PubSubChannel;
import org.camelforce.salesforcecc.internal.request.OrgLogin;

/**
 * The one connection of a component to the Pub/Sub API. Loads gRPC and Netty; see {@link LazyPubSub}. Every RPC takes
 * the token of its time; one that is under way keeps it, so a renewed token leaves healthy streams alone. Safe for use
 * by several threads.
 */
public final class PubSubConnection implements AutoCloseable {

    /** Servers may cut off clients that ping more often than every five minutes (gRPC proposal A8). */
    private static final Duration PING_AFTER = Duration.ofSeconds(310);

    private static final Duration PING_TIMEOUT = Duration.ofSeconds(20);

    /** A response has 3 MB at most (Pub/Sub API Guide, "Allocations"); gRPC's own limit is 4 MB. */
    private static final int MAX_BYTES_READ = 16 * 1024 * 1024;

    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final EventLoopGroup network = new NioEventLoopGroup(1, new DefaultThreadFactory("SalesforcePubSub", true));
    private final ManagedChannel channel;
    private final StreamContext context;
    private final PubSubPublisher publisher;

    /**
     * Connects to nothing yet.
     *
     * @param settings where the API is; a token is sent there
     * @param login has the tokens; its time-out is that of an answer
     * @param workers what answers are handled on and host names are resolved on; two threads at least, never blocked
     *     for long, and not shut down before this
     * @param timer runs short tasks at their time; stays its owner's
     */
    public PubSubConnection(
            PubSubSettings settings, OrgLogin login, ExecutorService workers, ScheduledExecutorService timer) {
        channel = PubSubChannel.to(
                        settings.host(),
                        settings.port(),
                        settings.tls(),
                        settings.proxy(),
                        settings.systemProxy(),
                        network,
                        workers)
                .maxInboundMessageSize(MAX_BYTES_READ)
                .keepAliveTime(PING_AFTER.toSeconds(), TimeUnit.SECONDS)
                .keepAliveTimeout(PING_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                .build();
        PubSubClient rpcs = new PubSubClient(channel, login);
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

    /** Cuts what is under way, and waits a few seconds until no thread of its own is left. Safe to call again. */
    @Override
    public void close() {
        channel.shutdownNow();
        try {
            channel.awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS);
            network.shutdownGracefully(0, CLOSING.toSeconds(), TimeUnit.SECONDS)
                    .await(CLOSING.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            network.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            Thread.currentThread().interrupt();
        }
    }
}
