package org.camelforce.salesforcecc.internal.subscription.pubsub;

import io.grpc.ManagedChannel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.spi.ExecutorServiceManager;
import org.camelforce.salesforcecc.internal.connection.PubSubChannel;
import org.camelforce.salesforcecc.internal.threads.RejectedTasks;
import org.camelforce.salesforcecc.internal.threads.RetryingExecutor;
import org.camelforce.salesforcecc.internal.threads.ThreadPools;
import org.camelforce.salesforcecc.internal.token.TokenTime;

/** What components share that reach the Pub/Sub API in the same way: connections and threads. Knows no token. */
final class PubSubTransport {

    /** Servers may cut off clients that ping more often than every five minutes (gRPC proposal A8). */
    private static final Duration PING_AFTER = Duration.ofSeconds(310);

    private static final Duration PING_TIMEOUT = Duration.ofSeconds(20);

    /** A response has 3 MB at most (Pub/Sub API Guide, "Allocations"); gRPC's own limit is 4 MB. */
    private static final int MAX_BYTES_READ = 16 * 1024 * 1024;

    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final String NETWORK = "SalesforcePubSub";
    private static final String ANSWERS = "SalesforceCcPubSub";
    private static final String NAMES = "SalesforceCcPubSubNames";
    private static final int MIN_ANSWERS = 4;

    private final ExecutorServiceManager threads;
    private final EventLoopGroup network = new NioEventLoopGroup(1, new DefaultThreadFactory(NETWORK, true));
    private final ExecutorService answers;
    private final ExecutorService names;
    private final RejectedTasks rejectedNames =
            new RejectedTasks(TokenTime.system().ticker(), ThreadPools.later());
    private final ChannelPool channels;

    /**
     * Connects to nothing yet.
     *
     * @param threads makes and registers the threads
     * @param settings where the API is
     */
    PubSubTransport(ExecutorServiceManager threads, PubSubSettings settings) {
        this.threads = threads;
        int processors = Runtime.getRuntime().availableProcessors();
        answers = ThreadPools.pool(threads, this, ANSWERS, Math.max(MIN_ANSWERS, processors));
        // a name server that does not respond holds up no answer on a connection that is there
        names = ThreadPools.pool(threads, this, NAMES, 1);
        ExecutorService resolving = new RetryingExecutor(names, NAMES, rejectedNames);
        channels = new ChannelPool(() -> open(settings, resolving));
    }

    ChannelPool channels() {
        return channels;
    }

    /**
     * @param rejected is told of rejections
     * @return what a component's answers are handled on
     */
    ExecutorService answers(RejectedTasks rejected) {
        return new RetryingExecutor(answers, ANSWERS, rejected);
    }

    private ManagedChannel open(PubSubSettings settings, ExecutorService resolving) {
        return PubSubChannel.to(
                        settings.host(),
                        settings.port(),
                        settings.tls(),
                        settings.proxy(),
                        settings.systemProxy(),
                        network,
                        resolving)
                .maxInboundMessageSize(MAX_BYTES_READ)
                .keepAliveTime(PING_AFTER.toSeconds(), TimeUnit.SECONDS)
                .keepAliveTimeout(PING_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                .build();
    }

    /** Cuts what is under way, and waits a few seconds until no thread is left. */
    void close() {
        try {
            channels.close();
            network.shutdownGracefully(0, CLOSING.toSeconds(), TimeUnit.SECONDS)
                    .await(CLOSING.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            network.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            Thread.currentThread().interrupt();
        } finally {
            rejectedNames.closing();
            threads.shutdown(names);
            threads.shutdown(answers);
        }
    }
}
