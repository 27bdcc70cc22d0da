package org.camelforce.salesforcecc.internal.subscription.cometd;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.subscription.StartingPoint;

/** Starting points as the Streaming API and upstream's options say them: as numbers. */
public final class StartingPoints {

    private static final long NEW_ONLY = -1;
    private static final long ALL_RETAINED = -2;

    private StartingPoints() {}

    /**
     * The nearest setting wins: the endpoint's own replay id, its map, the component's map, then the defaults.
     *
     * @param endpoint the endpoint of a consumer
     * @return where its options want it to start for the first time; empty if they say nothing
     */
    public static Optional<StartingPoint> of(SalesforceEndpoint endpoint) {
        SalesforceEndpointConfig shared = endpoint.getComponent().getConfig();
        SalesforceEndpointConfig own = endpoint.getConfiguration();
        return Stream.of(
                        Optional.ofNullable(endpoint.getReplayId()),
                        fromMap(own.getInitialReplayIdMap(), endpoint),
                        fromMap(shared.getInitialReplayIdMap(), endpoint),
                        Optional.ofNullable(own.getDefaultReplayId()),
                        Optional.ofNullable(shared.getDefaultReplayId()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(StartingPoints::of);
    }

    /**
     * @param replayId -1 for new events only, -2 for everything retained, or the id of an event
     * @return the starting point
     */
    public static StartingPoint of(long replayId) {
        if (replayId == NEW_ONLY) {
            return new StartingPoint.Latest();
        }
        return replayId == ALL_RETAINED
                ? new StartingPoint.Earliest()
                : new StartingPoint.After(ReplayId.ofNumber(replayId));
    }

    /** @return the number for the replay extension; empty for a position of another protocol */
    static Optional<Long> replayIdOf(StartingPoint point) {
        if (point instanceof StartingPoint.After after) {
            return after.position().isNumber() ? Optional.of(after.position().number()) : Optional.empty();
        }
        return Optional.of(point instanceof StartingPoint.Latest ? NEW_ONLY : ALL_RETAINED);
    }

    private static Optional<Long> fromMap(Map<String, Long> replayIds, SalesforceEndpoint endpoint) {
        return Optional.ofNullable(replayIds.getOrDefault(
                endpoint.getTopicName(),
                replayIds.get(StreamingChannel.of(endpoint).name())));
    }
}
