package org.camelforce.salesforcecc.internal.subscription.cometd;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.camelforce.salesforcecc.internal.request.ApiClient;
import org.camelforce.salesforcecc.internal.subscription.stream.EventSource;
import org.camelforce.salesforcecc.internal.subscription.stream.EventStream;
import org.camelforce.salesforcecc.internal.subscription.stream.EventsWithoutId;
import org.camelforce.salesforcecc.internal.subscription.stream.StreamListener;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.StreamEnd;

/** The events of one channel for one consumer. */
final class CometDSource implements EventSource {

    /** A poll is answered after 110 seconds at the latest (Streaming API Developer Guide, "Client Connection"). */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Supplier<Duration> longestPoll;
    private final Executor scheduler;
    private final Consumer<CometDStream> connections;
    private final SalesforceEndpoint endpoint;
    private final ApiClient client;
    private final StreamingChannel channel;
    private final EventFormat format;
    private final EventsWithoutId withoutId;

    /**
     * @param endpoint names the channel, and how its events become bodies
     * @param client sends requests
     * @param longestPoll how long the server holds a poll
     * @param scheduler runs work on the scheduler's thread
     * @param connections finds or opens a connection for a stream as soon as there is a token
     */
    CometDSource(
            SalesforceEndpoint endpoint,
            ApiClient client,
            Supplier<Duration> longestPoll,
            Executor scheduler,
            Consumer<CometDStream> connections) {
        this.longestPoll = longestPoll;
        this.scheduler = scheduler;
        this.connections = connections;
        this.endpoint = endpoint;
        this.client = client;
        this.channel = StreamingChannel.of(endpoint);
        this.format = new EventFormat(endpoint);
        this.withoutId = new EventsWithoutId(channel.name());
    }

    @Override
    public Duration longestSilence() {
        return longestPoll.get().plus(MARGIN);
    }

    /** Creates or updates the PushTopic if the endpoint has the query of one. */
    @Override
    public void prepare() throws Exception {
        String query = endpoint.getConfiguration().getSObjectQuery();
        if (channel.kind() != StreamingChannel.Kind.PUSH_TOPIC || query == null || query.isEmpty()) {
            return;
        }
        new PushTopicDefinition(endpoint, client).createOrUpdate();
    }

    @Override
    public EventStream open(StartingPoint from, StreamListener listener) {
        Optional<Long> replayId = StartingPoints.replayIdOf(from);
        CometDStream stream =
                new CometDStream(scheduler, connections, channel, format, withoutId, replayId.orElse(0L), listener);
        if (replayId.isEmpty()) {
            scheduler.execute(() -> stream.end(StreamEnd.of(
                    StreamEnd.Kind.POSITION_REJECTED, "The position is not one of the Streaming API, but of another")));
        }
        return stream;
    }
}
