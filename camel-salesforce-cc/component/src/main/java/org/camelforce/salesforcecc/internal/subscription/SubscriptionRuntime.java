package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.internal.token.TokenTime;
import org.camelforce.salesforcecc.subscription.SubscriptionListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What subscriptions share.
 *
 * @param tokens the component's tokens
 * @param scheduler one thread, to which the state of all subscriptions is confined; never blocked
 * @param blocking runs what may block: stores and preparations
 * @param callouts runs what is the user's and may block: policies and exception handlers
 * @param time clock, ticker and jitter
 * @param salesforceTime what time it is in Salesforce; empty while that is not known
 * @param listener is called for everything that happens
 * @param releases which positions are being given free
 * @param rejectedTasks says what the component's own threads reject; null while they reject nothing
 */
record SubscriptionRuntime(
        TokenSupply tokens,
        ScheduledExecutorService scheduler,
        Executor blocking,
        Executor callouts,
        TokenTime time,
        Supplier<Optional<Instant>> salesforceTime,
        SubscriptionListener listener,
        PositionReleases releases,
        Supplier<@Nullable String> rejectedTasks) {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionRuntime.class);

    /** {@return the same with other threads that may block} */
    SubscriptionRuntime on(Executor otherBlocking) {
        return on(otherBlocking, callouts);
    }

    /** {@return the same with other threads that may block} */
    SubscriptionRuntime on(Executor otherBlocking, Executor otherCallouts) {
        return new SubscriptionRuntime(
                tokens,
                scheduler,
                otherBlocking,
                otherCallouts,
                time,
                salesforceTime,
                listener,
                releases,
                rejectedTasks);
    }

    /**
     * Runs an action on the scheduler after a delay, unless the component stops before.
     *
     * @return takes the action back; null if the component is stopping
     */
    @Nullable
    Future<?> after(Duration delay, Runnable action) {
        try {
            return scheduler.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopping: ignoring a task");
            return null;
        }
    }
}
