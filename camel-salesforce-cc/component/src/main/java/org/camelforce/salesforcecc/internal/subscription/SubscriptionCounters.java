package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.internal.subscription.stream.ReceivedEvent;
import org.camelforce.salesforcecc.internal.token.TokenTime;
import org.camelforce.salesforcecc.subscription.SubscriptionEvent;
import org.camelforce.salesforcecc.subscription.SubscriptionTraffic;
import org.jspecify.annotations.Nullable;

/**
 * All that is counted of one subscription, for display and meters, and when something came last. Safe for use by
 * several threads.
 */
final class SubscriptionCounters {

    private final TokenTime time;
    private final Supplier<Optional<Instant>> salesforceTime;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong processed = new AtomicLong();
    private final AtomicLong duplicated = new AtomicLong();
    private final AtomicLong passedOver = new AtomicLong();
    private final AtomicLong rejectedTasks = new AtomicLong();
    private final AtomicLong reconnects = new AtomicLong();
    private final AtomicLong stalls = new AtomicLong();
    private final AtomicLong gaps = new AtomicLong();
    private final AtomicLong missed = new AtomicLong();
    private final AtomicLong exhausted = new AtomicLong();
    private volatile @Nullable Long lastEvent;
    private volatile @Nullable Long lastActivity;
    private volatile @Nullable Duration lag;

    SubscriptionCounters(TokenTime time, Supplier<Optional<Instant>> salesforceTime) {
        this.time = time;
        this.salesforceTime = salesforceTime;
    }

    void happened(SubscriptionEvent event) {
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

    void alive() {
        lastActivity = now();
    }

    void received(ReceivedEvent event) {
        received.incrementAndGet();
        lastEvent = now();
        event.createdAt().ifPresent(created -> {
            Instant now = salesforceTime.get().orElseGet(time.wallClock()::instant);
            Duration age = Duration.between(created, now);
            lag = age.isNegative() ? Duration.ZERO : age;
        });
    }

    void duplicated() {
        duplicated.incrementAndGet();
    }

    void passedOver() {
        passedOver.incrementAndGet();
    }

    void processed() {
        processed.incrementAndGet();
    }

    void taskRejected() {
        rejectedTasks.incrementAndGet();
    }

    SubscriptionTraffic traffic() {
        return new SubscriptionTraffic(
                received.get(),
                processed.get(),
                duplicated.get(),
                passedOver.get(),
                since(lastEvent),
                since(lastActivity),
                lag);
    }

    long rejectedTasks() {
        return rejectedTasks.get();
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

    private @Nullable Duration since(@Nullable Long moment) {
        return moment == null ? null : Duration.ofNanos(now() - moment);
    }

    private long now() {
        return time.ticker().getAsLong();
    }
}
