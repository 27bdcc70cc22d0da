package org.camelforce.salesforcecc.internal.subscription;

import java.time.Instant;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.internal.subscription.position.PositionWriter;
import org.camelforce.salesforcecc.replay.PositionAlreadyClaimedException;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.camelforce.salesforcecc.subscription.SubscriptionEvent;
import org.jspecify.annotations.Nullable;

/**
 * The position that is stored, and why the last commit failed. Written by one thread at a time, first with what the
 * claim has found; read by any.
 */
final class CommitStatus implements PositionWriter.Listener {

    private final SubscriptionNotifier signals;
    private final Consumer<PositionAlreadyClaimedException> onTaken;
    private volatile @Nullable StoredPosition stored;
    private volatile @Nullable Exception failure;
    private volatile int failures;

    /** @param onTaken is told that another owner has the position */
    CommitStatus(SubscriptionNotifier signals, Consumer<PositionAlreadyClaimedException> onTaken) {
        this.signals = signals;
        this.onTaken = onTaken;
    }

    void found(@Nullable StoredPosition position) {
        stored = position;
    }

    @Override
    public void committed(StoredPosition position) {
        int former = failures;
        failures = 0;
        stored = position;
        failure = null;
        if (former > 0) {
            signals.tell(new SubscriptionEvent.CommitRecovered(former));
        }
        signals.tell(new SubscriptionEvent.Committed(position));
    }

    @Override
    public void failed(Exception why) {
        int now = failures + 1;
        failures = now;
        failure = why;
        signals.tell(new SubscriptionEvent.CommitFailed(why, now));
    }

    @Override
    public void taken(PositionAlreadyClaimedException taken) {
        onTaken.accept(taken);
    }

    @Nullable
    StoredPosition stored() {
        return stored;
    }

    /** When the stored position was reached; null if there is none. */
    @Nullable
    Instant reachedAt() {
        StoredPosition last = stored;
        return last == null ? null : last.at();
    }

    /** Null while commits succeed. */
    @Nullable
    Exception failure() {
        return failure;
    }
}
