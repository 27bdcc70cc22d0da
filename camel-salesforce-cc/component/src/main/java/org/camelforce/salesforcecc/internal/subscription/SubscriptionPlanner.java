package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.internal.OperationName;
import org.camelforce.salesforcecc.internal.subscription.cometd.StreamingChannel;
import org.camelforce.salesforcecc.internal.subscription.position.CommitPolicy;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.SubscriptionId;
import org.camelforce.salesforcecc.subscription.SubscriptionOptions;
import org.jspecify.annotations.Nullable;

/** Turns the options of an endpoint into a setup, or says which one has no sense. */
final class SubscriptionPlanner {

    private static final int STREAMING_WINDOW = 1000;
    private static final int UNLIMITED = -1;

    private final SalesforceEndpoint endpoint;
    private final SubscriptionOptions options;
    private final boolean streaming;

    SubscriptionPlanner(SalesforceEndpoint endpoint, SubscriptionOptions options) {
        this.endpoint = endpoint;
        this.options = options;
        this.streaming = endpoint.getOperationName() == OperationName.SUBSCRIBE;
    }

    boolean isStreaming() {
        return streaming;
    }

    boolean isManaged() {
        return options.getManagedSubscription() != null;
    }

    boolean isDurable() {
        return options.isDurable() || options.getReplayStore() != null;
    }

    /** @param fallBackName names the subscription if the options do not */
    SubscriptionSetup setup(String fallBackName) {
        String topic = endpoint.getTopicName();
        if (topic == null || topic.isBlank()) {
            throw new IllegalArgumentException(
                    "No channel follows " + endpoint.getOperationName().value() + ":, for example /event/Order__e");
        }
        checkManaged();
        if (streaming && options.isPubSubRawBitmaps()) {
            throw new IllegalArgumentException(
                    "Option pubSubRawBitmaps is for pubSubSubscribe; the Streaming API sends names of fields");
        }
        SalesforceEndpointConfig upstream = endpoint.getConfiguration();
        return new SubscriptionSetup(
                new SubscriptionId(channel(topic), name(fallBackName)),
                streaming,
                streaming ? StartOptions.ofStreaming(endpoint) : pubSubStart(),
                StartOptions.gapPolicy(endpoint, options, isDurable()),
                window(),
                options.isBreakOnFirstError(),
                maxRedeliveries(),
                deadLetterUri(),
                stallAfter(),
                new CommitPolicy(options.getCommitBatchSize(), Duration.ofMillis(options.getCommitInterval())),
                Duration.ofMillis(upstream.getBackoffIncrement()),
                Duration.ofMillis(upstream.getMaxBackoff()));
    }

    private String channel(String topic) {
        if (streaming) {
            return StreamingChannel.of(endpoint).withoutFilter();
        }
        return topic.startsWith("/") ? topic : "/" + topic;
    }

    private void checkManaged() {
        if (!isManaged()) {
            return;
        }
        if (streaming) {
            throw new IllegalArgumentException(
                    "Option managedSubscription is for pubSubSubscribe; the Streaming API has no managed subscriptions");
        }
        if (isDurable()) {
            throw new IllegalArgumentException("Option managedSubscription goes without durable and replayStore:"
                    + " Salesforce keeps the position of a managed subscription");
        }
    }

    private String name(String fallBackName) {
        String name = options.getSubscriptionName();
        if (name == null && isDurable()) {
            throw new IllegalArgumentException(
                    "Option subscriptionName must have a value for a durable subscription: the"
                            + " position is stored under this name");
        }
        if (name != null && name.isBlank()) {
            throw new IllegalArgumentException("Option subscriptionName must not be blank");
        }
        return name == null ? fallBackName : name;
    }

    private StartingPoint pubSubStart() {
        return isManaged() ? StartOptions.ofManaged(endpoint, options) : StartOptions.ofPubSub(endpoint);
    }

    private int maxRedeliveries() {
        int chosen = options.getMaxRedeliveries();
        if (chosen < UNLIMITED) {
            throw new IllegalArgumentException(
                    "Option maxRedeliveries must be at least 0, or -1 for no limit, but is " + chosen);
        }
        if (chosen != UNLIMITED && !options.isBreakOnFirstError()) {
            throw new IllegalArgumentException(
                    "Option maxRedeliveries needs breakOnFirstError=true: otherwise no event comes again");
        }
        return chosen;
    }

    private @Nullable String deadLetterUri() {
        String chosen = options.getDeadLetterUri();
        if (chosen != null && chosen.isBlank()) {
            throw new IllegalArgumentException("Option deadLetterUri must not be blank");
        }
        if (chosen != null && options.getMaxRedeliveries() == UNLIMITED) {
            throw new IllegalArgumentException(
                    "Option deadLetterUri needs breakOnFirstError=true and maxRedeliveries: otherwise no event is given up");
        }
        return chosen;
    }

    private Duration stallAfter() {
        long chosen = options.getStallAfter();
        if (chosen < 1) {
            throw new IllegalArgumentException("Option stallAfter must be at least 1 ms, but is " + chosen);
        }
        return Duration.ofMillis(chosen);
    }

    private int window() {
        Integer chosen = options.getMaxInFlightEvents();
        if (chosen != null) {
            if (chosen < 1) {
                throw new IllegalArgumentException("Option maxInFlightEvents must be at least 1, but is " + chosen);
            }
            return chosen;
        }
        int batch = endpoint.getConfiguration().getPubSubBatchSize();
        if (batch < 1) {
            throw new IllegalArgumentException("Option pubSubBatchSize must be at least 1, but is " + batch);
        }
        return streaming ? STREAMING_WINDOW : batch;
    }
}
