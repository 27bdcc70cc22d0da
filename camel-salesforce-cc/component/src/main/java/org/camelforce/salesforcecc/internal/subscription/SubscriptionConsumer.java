package org.camelforce.salesforcecc.internal.subscription;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.camel.Processor;
import org.apache.camel.ServiceStatus;
import org.apache.camel.Suspendable;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the events of one subscription to its route. Its start waits for Salesforce's answer to the subscription, at
 * most 30 seconds, so that an event published after the start is not missed; a subscription that fails at once fails
 * the start. Without a token the start does not wait, and the subscription begins after the login in the background.
 */
public final class SubscriptionConsumer extends DefaultConsumer implements Suspendable {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionConsumer.class);
    private static final long MAX_IDLE_SECONDS = 10;
    private static final long MAX_STOP_SECONDS = 10;

    private final SalesforceEndpoint endpoint;
    private final Plan plan;
    private final @Nullable ExecutorService usersWorkers;
    private final Function<Object, ExecutorService> newWorkers;
    private final Lock swapping = new ReentrantLock();
    private final int parallel;
    private volatile @Nullable DeadLetterSender deadLetters;
    private @Nullable ExecutorService ownWorkers;
    private volatile @Nullable SubscriptionPlan planned;
    private @Nullable Subscription subscription;
    private @Nullable String toldLast;

    /** What the consumer's endpoint wants, worked out when the consumer starts. */
    @FunctionalInterface
    public interface Plan {

        /**
         * @param name names the subscription if the options do not
         * @return what to subscribe to, and how
         * @throws Exception if an option has no sense; the message names it
         */
        SubscriptionPlan of(String name) throws Exception;
    }

    /**
     * @param endpoint what to subscribe to
     * @param processor gets the events
     * @param usersWorkers runs the route, from the user; null for threads of this consumer's own
     * @param newWorkers makes those for an owner; the consumer shuts them down
     * @param parallel how many of these run the route at the same time, at least 1
     * @param plan asked at each start
     */
    public SubscriptionConsumer(
            SalesforceEndpoint endpoint,
            Processor processor,
            @Nullable ExecutorService usersWorkers,
            Function<Object, ExecutorService> newWorkers,
            int parallel,
            Plan plan) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.usersWorkers = usersWorkers;
        this.newWorkers = newWorkers;
        this.parallel = parallel;
        this.plan = plan;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        Subscription made = subscribe();
        try {
            await(made.start());
        } catch (Exception e) {
            end();
            throw e;
        }
    }

    /**
     * Subscribes with the connections of a component that has been started again, because those that this consumer has
     * subscribed with were closed. Does nothing unless the consumer is started, or if it was started so late that it
     * has the new connections already; a suspended one subscribes when it is resumed. Does not wait: what Salesforce
     * refuses is told to the exception handler.
     *
     * @return why there is no subscription, which has been told to the exception handler; empty if there is one, or
     *     should be none
     */
    public Optional<Exception> resubscribe() {
        swapping.lock();
        try {
            if (subscription != null && planned != null && planned.isOpen()) {
                return Optional.empty();
            }
            // what it has subscribed with is gone
            subscription = null;
            if (isStarted() && !isSuspendingOrSuspended()) {
                subscribeInBackground();
            }
            toldLast = null;
            return Optional.empty();
        } catch (Exception e) {
            tellOnce(e);
            return Optional.of(e);
        } finally {
            swapping.unlock();
        }
    }

    /** The route's id; a consumer without a route has its endpoint's URI. */
    private String name() {
        return getRoute() == null ? endpoint.getEndpointUri() : getRoute().getRouteId();
    }

    private Subscription subscribe() throws Exception {
        swapping.lock();
        try {
            SubscriptionPlan made = plan.of(name());
            planned = made;
            String deadLetterUri = made.deadLetterUri();
            if (deadLetters == null && deadLetterUri != null) {
                deadLetters = new DeadLetterSender(this, endpoint.getCamelContext(), deadLetterUri);
            }
            EventRoute route = new CamelRoute(this, name(), deadLetterUri, () -> deadLetters);
            Subscription started = made.subscribe(route, workers(), this::failed);
            subscription = started;
            return started;
        } finally {
            swapping.unlock();
        }
    }

    private void subscribeInBackground() throws Exception {
        subscribe().start().whenComplete((opened, failure) -> {
            if (failure instanceof Exception reason && !(failure instanceof CancellationException)) {
                failed(reason);
            }
        });
    }

    /** One that is tried again and again fails for the same reason. */
    private void tellOnce(Exception failure) {
        String text = failure.toString();
        if (!text.equals(toldLast)) {
            toldLast = text;
            failed(failure);
        }
    }

    @Override
    protected void doSuspend() throws Exception {
        swapping.lock();
        try {
            if (subscription != null) {
                subscription.suspend();
            }
        } finally {
            swapping.unlock();
        }
        super.doSuspend();
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        swapping.lock();
        try {
            if (subscription == null) {
                subscribeInBackground();
            } else {
                subscription.resume();
            }
        } finally {
            swapping.unlock();
        }
    }

    /**
     * Camel stops the consumer of a route whose suspension outlasts the shutdown timeout, and resumes it later if it
     * says that it is suspended.
     */
    @Override
    public boolean isSuspended() {
        return super.isSuspended() || isStoppedInSuspendedRoute();
    }

    @Override
    public void resume() {
        if (isStoppedInSuspendedRoute()) {
            start();
        } else {
            super.resume();
        }
    }

    private boolean isStoppedInSuspendedRoute() {
        return getStatus() == ServiceStatus.Stopped
                && getRoute() != null
                && endpoint.getCamelContext().getRouteController().getRouteStatus(name()) == ServiceStatus.Suspended;
    }

    @Override
    protected void doStop() throws Exception {
        end();
        super.doStop();
    }

    @Override
    protected void doShutdown() throws Exception {
        super.doShutdown();
        if (planned != null) {
            planned.forget();
        }
    }

    private void await(CompletableFuture<Void> opened) throws Exception {
        if (planned == null || !planned.hasToken()) {
            LOG.info("{} subscribes as soon as the login succeeds", endpoint);
            return;
        }
        try {
            opened.get(endpoint.getComponent().getInitialReplyIdTimeout(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("No answer yet to the subscription of {}; it continues in the background", endpoint);
        } catch (CancellationException e) {
            LOG.debug("{} has been stopped before the answer to its subscription", endpoint);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception reason ? reason : e;
        }
    }

    private void end() throws InterruptedException {
        Subscription last = taken();
        if (last != null) {
            // first nothing new, then the events in flight, then its position
            awaitEnd(last.suspend(), MAX_STOP_SECONDS, "its stream is not closed yet");
            awaitEnd(last.idle(), MAX_IDLE_SECONDS, "events are in flight; they come again");
            if (!awaitEnd(last.stop(), MAX_STOP_SECONDS, "its last position is not stored yet")) {
                // its thread does nothing any more; the position must be free for others all the same
                last.release();
            }
            if (planned != null) {
                planned.unsubscribed(last);
            }
        }
        ExecutorService workers = ownWorkers;
        ownWorkers = null;
        if (workers != null) {
            endpoint.getCamelContext().getExecutorServiceManager().shutdownNow(workers);
        }
        if (deadLetters != null) {
            deadLetters.close();
            deadLetters = null;
        }
    }

    private @Nullable Subscription taken() {
        swapping.lock();
        try {
            Subscription last = subscription;
            subscription = null;
            return last;
        } finally {
            swapping.unlock();
        }
    }

    private boolean awaitEnd(CompletableFuture<Void> end, long seconds, String otherwise) throws InterruptedException {
        try {
            end.get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("{} is stopped although {}", endpoint, otherwise);
            return false;
        }
    }

    /** A pool of the user's has as many threads as it has. */
    private WorkerPool workers() {
        if (usersWorkers != null) {
            return new WorkerPool(usersWorkers, Integer.MAX_VALUE);
        }
        ExecutorService made = ownWorkers == null ? newWorkers.apply(this) : ownWorkers;
        ownWorkers = made;
        return new WorkerPool(made, parallel);
    }

    private void failed(Exception failure) {
        try {
            getExceptionHandler().handleException(String.valueOf(failure.getMessage()), failure);
        } catch (Throwable e) {
            LOG.warn("The exception handler of {} failed: {}", endpoint, e.toString());
        }
    }
}
