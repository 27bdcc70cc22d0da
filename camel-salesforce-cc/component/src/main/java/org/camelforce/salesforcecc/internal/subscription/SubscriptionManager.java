package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.spi.ExecutorServiceManager;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.connection.ConnectionOwner;
import org.camelforce.salesforcecc.internal.request.ApiClient;
import org.camelforce.salesforcecc.internal.request.OrgLogin;
import org.camelforce.salesforcecc.internal.subscription.cometd.CometDStreams;
import org.camelforce.salesforcecc.internal.subscription.pubsub.LazyPubSub;
import org.camelforce.salesforcecc.internal.subscription.pubsub.ManagedSource;
import org.camelforce.salesforcecc.internal.subscription.pubsub.PubSubConnection;
import org.camelforce.salesforcecc.internal.subscription.pubsub.PubSubPublisher;
import org.camelforce.salesforcecc.internal.subscription.pubsub.PubSubSettings;
import org.camelforce.salesforcecc.internal.subscription.stream.EventSource;
import org.camelforce.salesforcecc.internal.threads.RejectedTasks;
import org.camelforce.salesforcecc.internal.threads.RetryingExecutor;
import org.camelforce.salesforcecc.internal.threads.RetryingScheduler;
import org.camelforce.salesforcecc.internal.threads.ThreadPools;
import org.camelforce.salesforcecc.internal.token.TokenTime;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.camelforce.salesforcecc.subscription.SalesforceSubscriptions;
import org.camelforce.salesforcecc.subscription.SubscriptionId;
import org.camelforce.salesforcecc.subscription.SubscriptionListener;
import org.camelforce.salesforcecc.subscription.SubscriptionOptions;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.eclipse.jetty.client.HttpClient;

/**
 * The subscriptions of one started component and what they share: connections, threads and listeners. Safe for use by
 * several threads.
 */
public final class SubscriptionManager implements SalesforceSubscriptions, AutoCloseable {

    private static final String SCHEDULER = "SalesforceCcSubscriptions";
    private static final String CALLOUTS = "SalesforceCcCallouts";
    private static final int WORKERS = 4;

    private final OrgLogin login;
    private final PositionStores stores;
    private final ExecutorServiceManager threads;
    private final RejectedTasks rejectedTasks;
    private final ScheduledExecutorService ownScheduler;
    private final ExecutorService ownCallouts;
    private final ScheduledExecutorService scheduler;
    private final StoreThreads storeThreads;
    private final CometDStreams streaming;
    private final LazyPubSub pubSub;
    private final SubscriptionRuntime runtime;
    private final RunningSubscriptions running;

    /**
     * @param component a started component
     * @param httpClient its HTTP client
     * @param owner whose connections it has
     * @param client sends its requests of the REST API
     * @param login its login
     * @param pubSubSettings where its Pub/Sub API is
     * @param stores where positions are kept
     * @param time clock, ticker and jitter
     * @param salesforceTime what time it is in Salesforce; empty while that is not known
     */
    public SubscriptionManager(
            SalesforceComponent component,
            HttpClient httpClient,
            ConnectionOwner owner,
            ApiClient client,
            OrgLogin login,
            PubSubSettings pubSubSettings,
            PositionStores stores,
            TokenTime time,
            Supplier<Optional<Instant>> salesforceTime) {
        this.login = login;
        this.stores = stores;
        this.threads = component.getCamelContext().getExecutorServiceManager();
        this.rejectedTasks = new RejectedTasks(time.ticker(), ThreadPools.later());
        this.ownScheduler = ThreadPools.scheduler(threads, this, SCHEDULER);
        this.storeThreads = new StoreThreads(threads, this, rejectedTasks);
        this.ownCallouts = ThreadPools.pool(threads, this, CALLOUTS, WORKERS);
        this.scheduler = new RetryingScheduler(ownScheduler, SCHEDULER, rejectedTasks, time.ticker());
        this.streaming = new CometDStreams(component, httpClient, owner, client, login, scheduler);
        this.pubSub = new LazyPubSub(() ->
                new PubSubConnection(component.getCamelContext(), pubSubSettings, login, rejectedTasks, scheduler));
        this.running = new RunningSubscriptions(storeThreads);
        this.runtime = new SubscriptionRuntime(
                new SessionTokens(),
                scheduler,
                work -> {
                    throw new IllegalStateException("Each subscription has the threads of its store");
                },
                new RetryingExecutor(ownCallouts, CALLOUTS, rejectedTasks),
                time,
                salesforceTime,
                running::tellAll,
                stores.releases(),
                rejectedTasks::reason);
    }

    /** @return publishes by the Pub/Sub API */
    public PubSubPublisher publisher() {
        return pubSub.get().publisher();
    }

    /**
     * Works out what an endpoint's consumer subscribes to.
     *
     * @param endpoint an endpoint of this component, {@code subscribe} or {@code pubSubSubscribe}
     * @param options its options besides upstream's
     * @param name names the subscription if the options do not
     * @return the plan
     * @throws IllegalArgumentException if an option has no sense; the message names it
     * @throws ClassNotFoundException if there is no class of the endpoint's {@code pubSubPojoClass}
     */
    public SubscriptionPlan plan(SalesforceEndpoint endpoint, SubscriptionOptions options, String name)
            throws ClassNotFoundException {
        SubscriptionPlanner planner = new SubscriptionPlanner(endpoint, options);
        SubscriptionSetup setup = planner.setup(name);
        // consumers without a route and without a name are independent, although their endpoint is the same
        for (int i = 2;
                options.getSubscriptionName() == null && status(setup.id()).isPresent();
                i++) {
            setup = planner.setup(name + "-" + i);
        }
        String managed = options.getManagedSubscription();
        if (managed != null) {
            ManagedSource source = pubSub.get().managedSource(endpoint, managed, options.isPubSubRawBitmaps());
            return plan(setup, source, source);
        }
        ReplayStore store = stores.of(options);
        EventSource source = planner.isStreaming()
                ? streaming.source(endpoint)
                : pubSub.get().source(endpoint, options.isPubSubRawBitmaps());
        return plan(setup, source, store);
    }

    private SubscriptionPlan plan(SubscriptionSetup setup, EventSource source, ReplayStore store) {
        return new SubscriptionPlan(
                running, runtime, () -> login.tokens().current().isPresent(), setup, source, store);
    }

    @Override
    public void addListener(SubscriptionListener listener) {
        running.addListener(listener);
    }

    @Override
    public void removeListener(SubscriptionListener listener) {
        running.removeListener(listener);
    }

    @Override
    public List<SubscriptionStatus> statuses() {
        return running.statuses();
    }

    @Override
    public Optional<SubscriptionStatus> status(SubscriptionId id) {
        return running.status(id);
    }

    /**
     * Runs an action on the thread to which all subscriptions are confined.
     *
     * @param action must not block
     * @throws RejectedExecutionException if the component is stopped
     */
    public void execute(Runnable action) {
        scheduler.execute(action);
    }

    /**
     * Runs an action on that thread after a delay, unless the component is stopped before.
     *
     * @param delay how long
     * @param action must not block
     * @throws RejectedExecutionException if the component is stopped
     */
    public void schedule(Duration delay, Runnable action) {
        scheduler.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Stops what is still subscribed, writes the last positions and closes the connections. */
    @Override
    public void close() {
        running.stop();
        streaming.close();
        pubSub.close();
        rejectedTasks.closing();
        threads.shutdownNow(ownScheduler);
        storeThreads.close();
        threads.shutdown(ownCallouts);
    }

    private final class SessionTokens implements TokenSupply {

        @Override
        public CompletableFuture<TokenEntry> first() {
            return login.tokens().await();
        }

        @Override
        public CompletableFuture<TokenEntry> renew(String rejected) {
            return login.tokens().renew(rejected);
        }

        @Override
        public Optional<LoginException> rejectedAgain(String token) {
            return login.tokens().rejectedAgain(token);
        }
    }
}
