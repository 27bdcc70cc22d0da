package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.internal.subscription.stream.ReceivedEvent;
import org.camelforce.salesforcecc.internal.token.TokenTime;
import org.camelforce.salesforcecc.subscription.SubscriptionTraffic;
import org.jspecify.annotations.Nullable;

/** Counts what comes to a subscription and notes when something came last. Safe for use by several threads. */
final class Traffic {

    private final TokenTime time;
    private final Supplier<Optional<Instant>> salesforceTime;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong processed = new AtomicLong();
    private final AtomicLong duplicated = new AtomicLong();
    private volatile @Nullable Long lastEvent;
    private volatile @Nullable Long lastSign;
    private volatile @Nullable Duration lag;

    Traffic(TokenTime time, Supplier<Optional<Instant>> salesforceTime) {
        this.time = time;
        this.salesforceTime = salesforceTime;
    }

    void alive() {
        lastSign = now();
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

    void processed() {
        processed.incrementAndGet();
    }

    SubscriptionTraffic soFar(long passedOver) {
        return new SubscriptionTraffic(
                received.get(), processed.get(), duplicated.get(), passedOver, since(lastEvent), since(lastSign), lag);
    }

    private @Nullable Duration since(@Nullable Long moment) {
        return moment == null ? null : Duration.ofNanos(now() - moment);
    }

    private long now() {
        return time.ticker().getAsLong();
    }
}
