package org.camelforce.salesforcecc.events;

import com.salesforce.eventbus.protobuf.ReplayPreset;
import java.util.Base64;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.camelforce.salesforcecc.events.cometd.StartingPoints;
import org.camelforce.salesforcecc.events.position.ReplayId;
import org.camelforce.salesforcecc.events.stream.StartingPoint;
import org.jspecify.annotations.Nullable;

/** What upstream's options say about where a subscription starts and falls back to. */
final class StartOptions {

    private static final long NEW_ONLY = -1;

    private StartOptions() {}

    static StartingPoint ofStreaming(SalesforceEndpoint endpoint) {
        return StartingPoints.of(endpoint).orElseGet(StartingPoint.Latest::new);
    }

    static StartingPoint ofPubSub(SalesforceEndpoint endpoint) {
        ReplayPreset preset = endpoint.getConfiguration().getReplayPreset();
        String replayId = endpoint.getPubSubReplayId();
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
            return new StartingPoint.After(ReplayId.ofBytes(Base64.getDecoder().decode(replayId)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Option pubSubReplayId must be Base64, but is " + replayId, e);
        }
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
