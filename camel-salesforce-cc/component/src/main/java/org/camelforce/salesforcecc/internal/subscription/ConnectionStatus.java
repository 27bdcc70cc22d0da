package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.subscription.SubscriptionState;
import org.jspecify.annotations.Nullable;

/**
 * Since when a subscription has been without the stream that it should have, why, and how long its consumer took to
 * open the first one. Written by the subscription's thread, read by any.
 */
final class ConnectionStatus {

    /** In these it has what it is meant to have. */
    private static final Set<SubscriptionState> CONNECTED = EnumSet.of(
            SubscriptionState.NEW,
            SubscriptionState.OPEN,
            SubscriptionState.FULL,
            SubscriptionState.SUSPENDED,
            SubscriptionState.STOPPED);

    private final LongSupplier ticker;
    private volatile @Nullable Long brokenSince;
    private volatile @Nullable String problem;
    private long startedAt;
    private boolean wasOpened;

    ConnectionStatus(LongSupplier ticker) {
        this.ticker = ticker;
    }

    void started() {
        startedAt = ticker.getAsLong();
    }

    void moved(SubscriptionState state) {
        if (CONNECTED.contains(state)) {
            brokenSince = null;
            problem = null;
        } else if (brokenSince == null) {
            brokenSince = ticker.getAsLong();
        }
    }

    void because(String text) {
        problem = text;
    }

    /** From the start to the first open stream, if it goes on where somebody left off; null for later ones. */
    @Nullable
    Duration takeover(boolean positionFound) {
        boolean first = !wasOpened;
        wasOpened = true;
        return first && positionFound ? Duration.ofNanos(ticker.getAsLong() - startedAt) : null;
    }

    @Nullable
    Duration disconnectedFor() {
        Long since = brokenSince;
        return since == null ? null : Duration.ofNanos(ticker.getAsLong() - since);
    }

    @Nullable
    String problem() {
        return problem;
    }
}
