package org.camelforce.salesforcecc.events;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.RollbackExchangeException;
import org.apache.camel.Suspendable;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.support.DefaultConsumer;
import org.camelforce.salesforcecc.events.stream.ReceivedEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the events of one subscription to its route. Its start waits for Salesforce's answer to the subscription, at
 * most 30 seconds, so that an event published after the start is not missed; a refused subscription fails the start.
 * Without a token the start does not wait, and the subscription begins after the login in the background.
 */
public final class SubscriptionConsumer extends DefaultConsumer implements Suspendable {

    /**
     * Header with the payload of an event that cannot be decoded, as it came: JSON text from the Streaming API, the
     * bytes of the Avro record from the Pub/Sub API. With {@code bridgeErrorHandler=true} the error handler gets it.
     */
    public static final String UNDECODED_PAYLOAD = "CamelSalesforceUndecodedPayload";

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionConsumer.class);
    private static final long MOST_IDLE_SECONDS = 10;
    private static final long MOST_STOP_SECONDS = 10;

    private final SalesforceEndpoint endpoint;
    private final Plan plan;
    private final @Nullable ExecutorService usersWorkers;
    private final Function<Object, ExecutorService> newWorkers;
    private @Nullable ExecutorService ownWorkers;
    private @Nullable SubscriptionPlan planned;
    private @Nullable Subscription subscription;

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
     * @param plan asked at each start
     */
    public SubscriptionConsumer(
            SalesforceEndpoint endpoint,
            Processor processor,
            @Nullable ExecutorService usersWorkers,
            Function<Object, ExecutorService> newWorkers,
            Plan plan) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.usersWorkers = usersWorkers;
        this.newWorkers = newWorkers;
        this.plan = plan;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        SubscriptionPlan made = plan.of(
                getRoute() == null ? endpoint.getEndpointUri() : getRoute().getRouteId());
        planned = made;
        Subscription started = made.subscribe(this::deliver, workers(), this::refused);
        subscription = started;
        try {
            await(made, started.start());
        } catch (Exception e) {
            end();
            throw e;
        }
    }

    @Override
    protected void doSuspend() throws Exception {
        if (subscription != null) {
            subscription.suspend();
        }
        super.doSuspend();
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        if (subscription != null) {
            subscription.resume();
        }
    }

    @Override
    protected void doStop() throws Exception {
        end();
        super.doStop();
    }

    private void await(SubscriptionPlan made, CompletableFuture<Void> opened) throws Exception {
        if (!made.hasToken()) {
            LOG.info("{} subscribes as soon as the login succeeds", endpoint);
            return;
        }
        try {
            opened.get(endpoint.getComponent().getInitialReplyIdTimeout(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("No answer yet to the subscription of {}; it goes on in the background", endpoint);
        } catch (CancellationException e) {
            LOG.debug("{} has been stopped before the answer to its subscription", endpoint);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception refusal ? refusal : e;
        }
    }

    private void end() throws InterruptedException {
        Subscription last = subscription;
        subscription = null;
        if (last != null) {
            // first nothing new, then what the route has in hand, then its position
            awaitEnd(last.suspend(), MOST_STOP_SECONDS, "its stream is not closed yet");
            awaitEnd(last.progress().idle(), MOST_IDLE_SECONDS, "the route has events in hand; they will come again");
            awaitEnd(last.stop(), MOST_STOP_SECONDS, "its last position is not stored yet");
            if (planned != null) {
                planned.unsubscribed(last);
            }
        }
        ExecutorService workers = ownWorkers;
        ownWorkers = null;
        if (workers != null) {
            endpoint.getCamelContext().getExecutorServiceManager().shutdownNow(workers);
        }
    }

    private void awaitEnd(CompletableFuture<Void> end, long seconds, String otherwise) throws InterruptedException {
        try {
            end.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("{} is stopped although {}", endpoint, otherwise);
        }
    }

    private ExecutorService workers() {
        if (usersWorkers != null) {
            return usersWorkers;
        }
        ExecutorService made = newWorkers.apply(this);
        ownWorkers = made;
        return made;
    }

    private void deliver(ReceivedEvent event, Consumer<@Nullable Throwable> done) {
        Exchange exchange = createExchange(false);
        try {
            event.writeTo(exchange);
        } catch (Exception e) {
            exchange.setException(e);
            exchange.getIn().setHeader(UNDECODED_PAYLOAD, exchange.getIn().getBody());
            finish(exchange, "Cannot decode the event with replay id " + event.replayId(), done);
            return;
        }
        getAsyncProcessor().process(exchange, doneSync -> finish(exchange, "Error processing exchange", done));
    }

    private void finish(Exchange exchange, String message, Consumer<@Nullable Throwable> done) {
        Throwable failure = null;
        try {
            if (exchange.getException() != null) {
                getExceptionHandler().handleException(message, exchange, exchange.getException());
            }
            failure = exchange.getException();
            if (failure == null && exchange.isRollbackOnly()) {
                failure = new RollbackExchangeException(exchange);
            }
        } catch (RuntimeException e) {
            LOG.warn("The exception handler of {} failed: {}", endpoint, e.toString());
            failure = e;
        } finally {
            releaseExchange(exchange, false);
            done.accept(failure);
        }
    }

    private void refused(Exception refusal) {
        getExceptionHandler().handleException(refusal.getMessage(), refusal);
    }
}
