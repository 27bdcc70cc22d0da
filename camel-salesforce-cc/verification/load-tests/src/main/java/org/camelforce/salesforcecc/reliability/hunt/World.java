package org.camelforce.salesforcecc.reliability.hunt;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.LongSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.camelforce.salesforcecc.reliability.health.HealthProbe;
import org.camelforce.salesforcecc.reliability.health.SubscriptionSettings;
import org.camelforce.salesforcecc.reliability.health.WaitingTaskCounter;
import org.camelforce.salesforcecc.reliability.recording.ReplayNumber;
import org.camelforce.salesforcecc.replay.FileReplayStore;
import org.camelforce.salesforcecc.replay.JdbcReplayStore;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.camelforce.salesforcecc.subscription.ReplayGapPolicy;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.h2.jdbcx.JdbcDataSource;

/** A context with the subscriptions of a round, and the org that they belong to. Safe for use by several threads. */
final class World implements AutoCloseable {

    static final Duration STALL_AFTER = Duration.ofSeconds(3);

    private static final String SCHEME = "salesforce-cc";
    private static final String QUERY = SCHEME + ":query?rawPayload=true";
    private static final String SOQL = "SELECT Id, Username FROM User";
    private static final long STOP_SECONDS = 20;
    private static final int MAX_LOGINS = 3_600;
    private static final Duration BACKOFF = Duration.ofSeconds(1);

    private final RoundPlan plan;
    private final Path folder;
    private final FindingLog findings;
    private final Chaos chaos = new Chaos();
    private final List<Account> accounts = new ArrayList<>();
    private final List<HuntedRoute> routes = new ArrayList<>();
    private final Set<String> foreign = ConcurrentHashMap.newKeySet();
    private final Map<Integer, FickleWorkers> workers = new HashMap<>();
    private final AtomicIntegerArray stopped;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HuntOrg org;
    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();
    private final SalesforceCcComponent component = new SalesforceCcComponent();
    private final WaitingTaskCounter tasks = new WaitingTaskCounter();
    private final HealthProbe health = new HealthProbe(context);

    World(RoundPlan plan, Path folder, FindingLog findings, LongSupplier ticker, InstantSource clock) {
        this.plan = plan;
        this.folder = folder;
        this.findings = findings;
        this.stopped = new AtomicIntegerArray(plan.specs().size());
        for (Spec spec : plan.specs()) {
            Account account = new Account(ticker, isOrdered(spec));
            accounts.add(account);
            routes.add(new HuntedRoute(spec, account, chaos, thread -> {
                if (foreign.add(thread.replaceAll(".* - ", ""))) {
                    findings.add(Finding.Kind.FOREIGN_THREAD, spec + ": a route runs on " + thread);
                }
            }));
        }
        this.org = new HuntOrg(plan, accounts, clock);
    }

    /** One worker keeps the order, but for what comes again after a restart while the route still has it in flight. */
    private boolean isOrdered(Spec spec) {
        return !plan.troubles().contains(Trouble.ROUTES_HANG);
    }

    /** Builds the context and starts it, on the calling thread. */
    void start() throws Exception {
        context.getShutdownStrategy().setTimeout(STOP_SECONDS);
        context.addLifecycleStrategy(tasks);
        Integer queue = plan.queue();
        if (queue != null) {
            ThreadPoolProfile profile = context.getExecutorServiceManager().getDefaultThreadPoolProfile();
            profile.setMaxQueueSize(queue);
            profile.setRejectedPolicy(plan.policy());
        }
        Login login = new Login(org.simulator(), chaos, threads);
        if (plan.strategy()) {
            component.setAuthenticationStrategy(login);
        } else {
            component.setLoginUrl(org.simulator().getLoginUrl());
            component.setCredentialsSource(login);
        }
        component.setPubSubHost(org.simulator().getPubSubHost());
        component.setPubSubPort(org.simulator().getPubSubPort());
        component.setSslContextParameters(TestTls.client());
        component.setTokenPolicy(policy());
        context.getRegistry().bind("store", new ChaosStore(store(), chaos, (key, position) -> {
            if (position.replayId().startedAt().isEmpty()) {
                committed(
                        Integer.parseInt(key.subscriptionName().substring("hunt-".length())),
                        ReplayNumber.of(position.replayId()));
            }
        }));
        context.getRegistry().bind("gapPolicy", (ReplayGapPolicy) gap -> {
            chaos.pass(Chaos.Point.GAP_POLICY);
            return new StartingPoint.Earliest();
        });
        context.addComponent(SCHEME, component);
        for (Spec spec : plan.specs()) {
            FickleWorkers.Mode usual = spec.workers();
            if (usual != null) {
                FickleWorkers pool = new FickleWorkers(usual);
                workers.put(spec.index(), pool);
                context.getRegistry().bind(spec.pool(), pool);
            }
            context.getRegistry().bind(spec.handler(), new Handler(spec, accounts.get(spec.index()), chaos));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(uri(spec)).routeId(spec.name()).process(routes.get(spec.index()));
                }
            });
        }
        context.start();
        listen();
    }

    private void committed(int index, long position) {
        String wrong = accounts.get(index).commit(position);
        if (!wrong.isEmpty()) {
            findings.add(Finding.Kind.COMMIT_AHEAD, plan.specs().get(index) + ": " + wrong);
        }
    }

    private ReplayStore store() {
        if (plan.store() == RoundPlan.StoreKind.JDBC) {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:hunt-" + folder.getFileName() + ";DB_CLOSE_DELAY=-1");
            return new JdbcReplayStore(database);
        }
        return new FileReplayStore(positions());
    }

    Path positions() {
        return folder.resolve("positions");
    }

    /** Adds listeners, each of which does wrong what it is told. */
    void listen() {
        if (component.isStarted()) {
            component.login().addEventListener(event -> chaos.passUnchecked(Chaos.Point.TOKEN_EVENT_LISTENER));
            component
                    .subscriptions()
                    .addListener((id, event) -> chaos.passUnchecked(Chaos.Point.SUBSCRIPTION_LISTENER));
        }
    }

    private String uri(Spec spec) {
        String operation =
                switch (spec.protocol()) {
                    case COMETD -> "subscribe:" + spec.channel() + "?rawPayload=true";
                    case PUBSUB ->
                        "pubSubSubscribe:" + spec.channel()
                                + (spec.poison()
                                        ? "?pubSubDeserializeType=POJO&pubSubPojoClass=" + PoisonPojo.class.getName()
                                        : "?pubSubDeserializeType=JSON");
                    case MANAGED ->
                        "pubSubSubscribe:" + spec.channel() + "?pubSubDeserializeType=JSON&managedSubscription=Hunt"
                                + spec.index();
                };
        String durable = spec.durable()
                ? "&durable=true&replayStore=#store&replayGapPolicy=#gapPolicy&subscriptionName=" + spec.name()
                : spec.protocol() == Protocol.MANAGED ? "" : "&replayGapPolicy=#gapPolicy";
        return SCHEME + ":" + operation + durable
                + "&commitInterval=200&backoffIncrement=200&maxBackoff=2000&exceptionHandler=#" + spec.handler()
                + (spec.breaks() ? "&breakOnFirstError=true" : "")
                + (spec.inFlight() == 0 ? "" : "&maxInFlightEvents=" + spec.inFlight())
                + (spec.workers() == null ? "" : "&consumerWorkerPoolExecutorService=#" + spec.pool())
                + SubscriptionSettings.stallAfter(context, STALL_AFTER);
    }

    /** Backoffs that let logins go on well within the time that healing may take. */
    private static TokenPolicy policy() {
        TokenPolicy policy = new TokenPolicy();
        policy.setRenewalBackoff(BACKOFF);
        policy.setRenewalBackoffMax(BACKOFF.multipliedBy(2));
        policy.setLoginBackoffMax(BACKOFF.multipliedBy(2));
        policy.setDeniedBackoff(BACKOFF);
        policy.setDeniedBackoffMax(BACKOFF.multipliedBy(2));
        policy.setRotationBackoffMax(BACKOFF.multipliedBy(2));
        policy.setLoginBurst(MAX_LOGINS);
        policy.setLoginsPerHour(MAX_LOGINS);
        return policy;
    }

    RoundPlan plan() {
        return plan;
    }

    Chaos chaos() {
        return chaos;
    }

    HuntOrg org() {
        return org;
    }

    CamelContext context() {
        return context;
    }

    SalesforceCcComponent component() {
        return component;
    }

    HealthProbe health() {
        return health;
    }

    WaitingTaskCounter tasks() {
        return tasks;
    }

    ExecutorService threads() {
        return threads;
    }

    List<Account> accounts() {
        return accounts;
    }

    List<HuntedRoute> routes() {
        return routes;
    }

    Iterable<FickleWorkers> workers() {
        return workers.values();
    }

    /** Asks what every org answers, on a thread of its own. */
    Future<String> query() {
        return threads.submit(() -> template.requestBody(QUERY, SOQL, String.class));
    }

    /** Nothing is expected of a subscription from now on, or something is again. */
    void stopped(Spec spec, boolean now) {
        stopped.addAndGet(spec.index(), now ? 1 : -1);
    }

    boolean isStopped(Spec spec) {
        return stopped.get(spec.index()) > 0;
    }

    boolean isRouteStarted(Spec spec) {
        return context.getRouteController().getRouteStatus(spec.name()).isStarted();
    }

    /** How a subscription is; empty if the component does not know of it. */
    Optional<SubscriptionStatus> status(Spec spec) {
        return statuses().stream()
                .filter(status -> status.id().channel().equals(spec.channel()))
                .findFirst();
    }

    List<SubscriptionStatus> statuses() {
        try {
            return component.subscriptions().statuses();
        } catch (IllegalStateException e) {
            // the component is stopped
            return List.of();
        }
    }

    void heal() {
        chaos.heal();
        org.simulator().faults().clear();
        workers.values().forEach(FickleWorkers::heal);
        routes.forEach(HuntedRoute::heal);
    }

    /** Everything but the context, which may hang and is stopped before. */
    @Override
    public void close() {
        workers.values().forEach(FickleWorkers::shutdownNow);
        threads.shutdownNow();
        org.close();
    }
}
