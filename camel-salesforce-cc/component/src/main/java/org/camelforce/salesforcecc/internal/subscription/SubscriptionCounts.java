package org.camelforce.salesforcecc.internal.subscription;

import java.util.concurrent.atomic.AtomicLong;
import org.camelforce.salesforcecc.subscription.SubscriptionEvent;

/** Counts what happens to a subscription, for display and meters. Safe for use by several threads. */
final class SubscriptionCounts {

    private final AtomicLong reconnects = new AtomicLong();
    private final AtomicLong stalls = new AtomicLong();
    private final AtomicLong gaps = new AtomicLong();
    private final AtomicLong missed = new AtomicLong();
    private final AtomicLong exhausted = new AtomicLong();

    void count(SubscriptionEvent event) {
        if (event instanceof SubscriptionEvent.Lost) {
            reconnects.incrementAndGet();
        } else if (event instanceof SubscriptionEvent.Stalled) {
            stalls.incrementAndGet();
        } else if (event instanceof SubscriptionEvent.Gap) {
            gaps.incrementAndGet();
        } else if (event instanceof SubscriptionEvent.Exhausted) {
            exhausted.incrementAndGet();
        } else if (event instanceof SubscriptionEvent.Missed lost) {
            missed.addAndGet(lost.events().size());
        }
    }

    long reconnects() {
        return reconnects.get();
    }

    long stalls() {
        return stalls.get();
    }

    long gaps() {
        return gaps.get();
    }

    long missed() {
        return missed.get();
    }

    long exhausted() {
        return exhausted.get();
    }
}
