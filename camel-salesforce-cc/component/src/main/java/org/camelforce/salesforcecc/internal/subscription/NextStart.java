package org.camelforce.salesforcecc.internal.subscription;

import java.time.InstantSource;
import java.util.Optional;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.camelforce.salesforcecc.subscription.StartingPoint;

/** Where the next stream of a subscription begins. On the subscription's thread only, but for {@link #toBeStored}. */
final class NextStart {

    private final StartingPoint initial;
    private final OldEventFilter oldEvents;
    private final InstantSource clock;
    private StartingPoint withoutPosition;

    /**
     * @param initial where a new subscription starts
     * @param oldEvents what a subscription to new events has passed over
     * @param clock stamps positions
     */
    NextStart(StartingPoint initial, OldEventFilter oldEvents, InstantSource clock) {
        this.initial = initial;
        this.oldEvents = oldEvents;
        this.clock = clock;
        this.withoutPosition = initial;
    }

    /** {@return the position of a new subscription to new events that begins now; empty if it starts elsewhere} */
    Optional<StoredPosition> toBeStored() {
        return initial instanceof StartingPoint.Latest
                ? Optional.of(new StoredPosition(oldEvents.start(), clock.instant()))
                : Optional.empty();
    }

    /** @param position after which the route goes on; empty if there is none yet */
    StartingPoint after(Optional<ReplayId> position) {
        return oldEvents.goingOn(position.map(StartOptions::goingOn).orElse(withoutPosition));
    }

    /** Whatever is published from now on is not to be missed, even if this stream is never confirmed. */
    void opening(StartingPoint from) {
        if (from instanceof StartingPoint.Latest) {
            withoutPosition = StartOptions.goingOn(oldEvents.start());
        }
    }

    /** The position is lost, and the policy has decided. */
    void elsewhere(StartingPoint decision) {
        withoutPosition = decision;
    }

    /** Whether a position that is rejected is none of the route's, so that nothing is lost. */
    boolean isOnlyPassedOver(ReplayId rejected) {
        return oldEvents.forget(rejected);
    }
}
