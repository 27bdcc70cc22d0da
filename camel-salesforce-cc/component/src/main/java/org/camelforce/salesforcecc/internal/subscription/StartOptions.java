package org.camelforce.salesforcecc.internal.subscription;

import com.salesforce.eventbus.protobuf.ReplayPreset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.camelforce.salesforcecc.internal.subscription.cometd.StartingPoints;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.subscription.ReplayGapPolicy;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.SubscriptionOptions;
import org.jspecify.annotations.Nullable;

/** What upstream's options say about where a subscription starts and falls back to. */
final class StartOptions {

    private static final long NEW_ONLY = -1;

    private StartOptions() {}

    /** @throws IllegalArgumentException if an option of the other API is set */
    static StartingPoint ofStreaming(SalesforceEndpoint endpoint) {
        checkStreaming(endpoint);
        return StartingPoints.of(endpoint).orElseGet(StartingPoint.Latest::new);
    }

    /** @throws IllegalArgumentException if an option of the other API, or one that would do nothing, is set */
    static StartingPoint ofPubSub(SalesforceEndpoint endpoint) {
        ReplayPreset preset = endpoint.getConfiguration().getReplayPreset();
        String replayId = endpoint.getPubSubReplayId();
        checkPubSub(endpoint);
        if (replayId != null && preset != ReplayPreset.CUSTOM) {
            throw new IllegalArgumentException("Option pubSubReplayId has no effect with replayPreset=" + preset
                    + ": set replayPreset=CUSTOM to start after it, or remove pubSubReplayId");
        }
        if (preset == ReplayPreset.EARLIEST) {
            return new StartingPoint.Earliest();
        }
        if (preset != ReplayPreset.CUSTOM) {
            return new StartingPoint.Latest();
        }
        if (replayId == null) {
            throw new IllegalArgumentException("Option pubSubReplayId must have a value with replayPreset=CUSTOM");
        }
        try {
            // Camel reads the + of a URI or of a Kamelet's value as a blank, which is in no Base64
            String base64 = replayId.replace(' ', '+');
            return new StartingPoint.After(ReplayId.ofBytes(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Option pubSubReplayId must be Base64, but is " + replayId, e);
        }
    }

    private static void checkPubSub(SalesforceEndpoint endpoint) {
        if (endpoint.getReplayId() != null) {
            throw new IllegalArgumentException("Option replayId is for subscribe. For pubSubSubscribe set"
                    + " replayPreset=CUSTOM and pubSubReplayId to a replay ID of the Pub/Sub API, in Base64");
        }
    }

    private static void checkStreaming(SalesforceEndpoint endpoint) {
        if (endpoint.getPubSubReplayId() != null) {
            throw new IllegalArgumentException("Option pubSubReplayId is for pubSubSubscribe. For subscribe set"
                    + " replayId to a replay ID of the Streaming API, a number");
        }
        if (isOwn(endpoint, SalesforceEndpointConfig::getReplayPreset)) {
            throw new IllegalArgumentException("Option replayPreset is for pubSubSubscribe. For subscribe set replayId:"
                    + " -1 for new events only, -2 for everything that is retained");
        }
    }

    /**
     * A managed subscription starts where Salesforce says; to the subscription it is as if nothing was left out.
     *
     * @throws IllegalArgumentException if an option that would do nothing is set
     */
    static StartingPoint ofManaged(SalesforceEndpoint endpoint, SubscriptionOptions options) {
        checkPubSub(endpoint);
        Map<String, Boolean> useless = new LinkedHashMap<>();
        useless.put("subscriptionName", options.getSubscriptionName() != null);
        useless.put("replayGapPolicy", options.getReplayGapPolicy() != null);
        useless.put("pubSubReplayId", endpoint.getPubSubReplayId() != null);
        useless.put("replayPreset", isOwn(endpoint, SalesforceEndpointConfig::getReplayPreset));
        useless.put("fallbackToLatestReplayId", isOwn(endpoint, SalesforceEndpointConfig::isFallbackToLatestReplayId));
        useless.forEach((name, set) -> {
            if (set) {
                throw new IllegalArgumentException("Option " + name + " has no effect with managedSubscription, whose"
                        + " name, position and start Salesforce keeps. Remove it, or set it in the org's metadata,"
                        + " ManagedEventSubscription");
            }
        });
        return new StartingPoint.Earliest();
    }

    /** Whether an option says something else on the endpoint than on the component, which is for all endpoints. */
    private static boolean isOwn(SalesforceEndpoint endpoint, Function<SalesforceEndpointConfig, Object> option) {
        SalesforceEndpointConfig shared = endpoint.getComponent().getConfig();
        return !option.apply(endpoint.getConfiguration())
                .equals(option.apply(shared == null ? new SalesforceEndpointConfig() : shared));
    }

    /** Where a subscription goes on that has this position. */
    static StartingPoint goingOn(ReplayId position) {
        return position.startedAt()
                .<StartingPoint>map(StartingPoint.Since::new)
                .orElseGet(() -> new StartingPoint.After(position));
    }

    static ReplayGapPolicy gapPolicy(SalesforceEndpoint endpoint, SubscriptionOptions options, boolean durable) {
        ReplayGapPolicy chosen = options.getReplayGapPolicy();
        if (chosen != null) {
            return chosen;
        }
        SalesforceEndpointConfig upstream = endpoint.getConfiguration();
        return switch (endpoint.getOperationName()) {
            case PUBSUB_SUBSCRIBE ->
                upstream.isFallbackToLatestReplayId() ? ReplayGapPolicy.LATEST : ReplayGapPolicy.FAIL;
            default -> fallBack(upstream.getFallBackReplayId(), durable);
        };
    }

    /** New events only is what upstream has as its default: no decision of the user's to lose events. */
    private static ReplayGapPolicy fallBack(@Nullable Long replayId, boolean durable) {
        if (replayId == null || durable && replayId == NEW_ONLY) {
            return ReplayGapPolicy.FAIL;
        }
        StartingPoint start = StartingPoints.of(replayId);
        return gap -> start;
    }
}
