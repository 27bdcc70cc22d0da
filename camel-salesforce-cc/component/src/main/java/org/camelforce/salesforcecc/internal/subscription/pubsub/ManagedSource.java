package org.camelforce.salesforcecc.internal.subscription.pubsub;

import com.google.protobuf.UnknownFieldSet;
import com.salesforce.eventbus.protobuf.FetchResponse;
import io.grpc.MethodDescriptor;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.internal.subscription.stream.EventSource;
import org.camelforce.salesforcecc.internal.subscription.stream.EventStream;
import org.camelforce.salesforcecc.internal.subscription.stream.EventsWithoutId;
import org.camelforce.salesforcecc.internal.subscription.stream.StreamListener;
import org.camelforce.salesforcecc.replay.PositionClaim;
import org.camelforce.salesforcecc.replay.PositionKey;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.jspecify.annotations.Nullable;

/**
 * The events of a managed subscription, whose position Salesforce keeps: this is also the store, which writes on the
 * stream that is open. Where a stream starts is Salesforce's decision, so a starting point is ignored and a claim finds
 * nothing. One client at a time can use the subscription (Pub/Sub API Guide, "Managed Event Subscriptions").
 */
public final class ManagedSource implements EventSource, ReplayStore {

    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(30);

    /** The key prefix of ManagedEventSubscription, in ids of 15 or 18 characters. */
    private static final Pattern ID = Pattern.compile("18x[0-9A-Za-z]{12}([0-9A-Za-z]{3})?");

    private final StreamContext context;
    private final String topic;
    private final String subscription;
    private final EventDeserializer bodies;
    private final EventsWithoutId withoutId;
    private volatile @Nullable ManagedCommitTracker commits;

    ManagedSource(StreamContext context, String topic, String subscription, EventDeserializer bodies) {
        this.context = context;
        this.topic = topic;
        this.subscription = subscription;
        this.bodies = bodies;
        this.withoutId = new EventsWithoutId(topic);
    }

    @Override
    public Duration longestSilence() {
        return PubSubSource.LONGEST_SILENCE;
    }

    @Override
    public EventStream open(StartingPoint from, StreamListener listener) {
        ManagedCommitTracker line = new ManagedCommitTracker();
        FetchStream<UnknownFieldSet> stream =
                new FetchStream<>(context, topic, new Requests(subscription), bodies, withoutId, listener, line);
        line.connect(stream);
        commits = line;
        return stream;
    }

    /**
     * @param key ignored: Salesforce knows the subscription by its name or id
     * @return the position; found is nothing, because Salesforce itself goes on where it was committed last
     */
    @Override
    public PositionClaim claim(PositionKey key) {
        return new Claim();
    }

    private void commit(byte[] replayId) throws IOException {
        ManagedCommitTracker line = commits;
        if (line == null) {
            throw new IOException("Not committed: there is no stream of managed subscription " + subscription);
        }
        try {
            String error = line.commit(replayId)
                    .get(COMMIT_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                    .error();
            if (!error.isEmpty()) {
                throw new IOException("Salesforce has not committed the position of managed subscription "
                        + subscription + ": " + error);
            }
        } catch (ExecutionException e) {
            throw new IOException(
                    "Not committed: the stream of managed subscription " + subscription + " is not open", e);
        } catch (TimeoutException e) {
            throw new IOException("Salesforce has not answered to a commit of managed subscription " + subscription, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted during a commit");
        }
    }

    private final class Claim implements PositionClaim {

        @Override
        public Optional<StoredPosition> found() {
            return Optional.empty();
        }

        @Override
        public void commit(StoredPosition position) throws IOException {
            if (position.replayId().startedAt().isEmpty()) {
                ManagedSource.this.commit(position.replayId().bytes());
            }
        }

        @Override
        public void close() {}
    }

    private record Requests(String subscription) implements FetchRequestFactory<UnknownFieldSet> {

        @Override
        public MethodDescriptor<UnknownFieldSet, FetchResponse> method() {
            return ManagedMessages.METHOD;
        }

        @Override
        public UnknownFieldSet first(int events) {
            return ManagedMessages.first(ID.matcher(subscription).matches(), subscription, events);
        }

        @Override
        public UnknownFieldSet more(int events) {
            return ManagedMessages.more(events);
        }
    }
}
