package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.subscription.SubscriptionId;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets what the next stream needs, one after the other: the end of the pause, a token, the position and room; then
 * opens it. On the subscription's thread only.
 */
final class NextStream {

    private static final Logger LOG = LoggerFactory.getLogger(NextStream.class);

    private final SubscriptionId id;
    private final TokenSupply tokens;
    private final StateGuard steps;
    private final StateMachine machine;
    private final PositionTracking tracking;
    private final NextStart start;
    private final ClaimTask claiming;
    private final CurrentStream stream;
    private final Owner owner;
    private @Nullable StreamEnd pauseOwed;

    /** Is told, on the subscription's thread, why there is no stream. */
    interface Owner {

        /** Another attempt may help. */
        void lost(StreamEnd end);

        /** No other attempt helps. */
        void fail(Exception failure);
    }

    NextStream(
            SubscriptionId id,
            TokenSupply tokens,
            StateGuard steps,
            StateMachine machine,
            PositionTracking tracking,
            NextStart start,
            ClaimTask claiming,
            CurrentStream stream,
            Owner owner) {
        this.id = id;
        this.tokens = tokens;
        this.steps = steps;
        this.machine = machine;
        this.tracking = tracking;
        this.start = start;
        this.claiming = claiming;
        this.stream = stream;
        this.owner = owner;
    }

    void after(Duration pause) {
        pauseOwed = null;
        steps.later(pause, () -> {
            machine.move(Trigger.DELAY_OVER);
            afterLogin();
        });
    }

    void afterLogin() {
        tokens.first().whenComplete(steps.back((token, failure) -> {
            if (failure == null) {
                with(token);
            }
        }));
    }

    void with(TokenEntry token) {
        machine.move(Trigger.TOKEN);
        DeliveryWindow known = tracking.window();
        if (known != null) {
            openIfRoom(known);
            return;
        }
        claiming.begin(token, new ClaimTask.Outcome() {
            @Override
            public void claimed(PositionClaimer.Claimed claimed) {
                openIfRoom(tracking.begin(claimed.claim()));
            }

            @Override
            public void fatal(Exception failure) {
                owner.fail(failure);
            }

            @Override
            public void failed(StreamEnd end) {
                owner.lost(end);
            }
        });
    }

    void whenRoom() {
        DeliveryWindow window = tracking.window();
        if (window != null) {
            awaitRoom(window);
        }
    }

    /** The route has failed before the stream was opened: a pause comes first. */
    void postpone(StreamEnd broken) {
        pauseOwed = broken;
    }

    private void openIfRoom(DeliveryWindow window) {
        StreamEnd broken = pauseOwed;
        if (broken != null) {
            owner.lost(broken);
            return;
        }
        if (!window.hasRoom()) {
            awaitRoom(window);
            return;
        }
        StartingPoint from = start.after(window.tracker().position());
        machine.move(Trigger.CLAIMED);
        LOG.debug("{}: opening a stream from {}", id, from);
        start.opening(from);
        stream.open(from, window);
    }

    private void awaitRoom(DeliveryWindow window) {
        machine.move(Trigger.NO_ROOM);
        window.whenRoom(steps.back(() -> {
            machine.move(Trigger.ROOM);
            afterLogin();
        }));
    }
}
