package org.camelforce.salesforcecc;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.SalesforceEndpointConfigurer;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.apache.camel.component.salesforce.internal.SalesforceSession;
import org.apache.camel.component.salesforce.internal.client.RawClient;
import org.apache.camel.component.salesforce.internal.client.RestClient;
import org.apache.camel.component.salesforce.internal.streaming.SubscriptionHelper;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.PropertyBindingSupport;
import org.camelforce.salesforcecc.doctor.SalesforceCcDoctor;
import org.camelforce.salesforcecc.internal.operation.DtoScan;
import org.camelforce.salesforcecc.internal.request.AnswerBodyConverters;
import org.camelforce.salesforcecc.internal.request.ApiClient;
import org.camelforce.salesforcecc.internal.session.SalesforceConnection;
import org.camelforce.salesforcecc.internal.session.WireLogWarning;
import org.camelforce.salesforcecc.internal.subscription.PositionStores;
import org.camelforce.salesforcecc.internal.subscription.SubscriptionConsumer;
import org.camelforce.salesforcecc.internal.subscription.SubscriptionManager;
import org.camelforce.salesforcecc.internal.threads.ContinuationExecutor;
import org.camelforce.salesforcecc.internal.token.TokenTime;
import org.camelforce.salesforcecc.subscription.SalesforceSubscriptions;
import org.camelforce.salesforcecc.token.SalesforceLogin;
import org.jspecify.annotations.Nullable;

/**
 * Camel's Salesforce endpoints, logged in with a consumer key and secret. Three options are enough: {@code loginUrl},
 * {@code clientId} and {@code clientSecret}; everything else is inherited from {@code salesforce}.
 */
@Component("salesforce-cc")
public class SalesforceCcComponent extends SalesforceCcManagement {

    private volatile @Nullable SalesforceConnection connection;
    private volatile @Nullable ContinuationExecutor continuations;
    private volatile @Nullable SharedLogin sharedLogin;
    private @Nullable OperationalBindings signals;
    private final PositionStores positionStores =
            new PositionStores(this::getReplayStore, this::getReplayStoreLocation);
    private volatile @Nullable SubscriptionManager subscriptions;
    private volatile Map<String, Class<?>> dtoClasses = Map.of();
    private volatile @Nullable Map<String, Class<?>> eventClasses;
    private final ComponentRestart restarts =
            new ComponentRestart(this, (delay, work) -> subscriptionManager().schedule(delay, () -> onWorker(work)));

    /** Creates the component; the context is set when it is added to one. */
    public SalesforceCcComponent() {
        registerExtension(() -> new SalesforceCcVerifierExtension(SalesforceCcComponent::new));
    }

    /** @param context the context */
    public SalesforceCcComponent(CamelContext context) {
        this();
        setCamelContext(context);
    }

    @Override
    public void setCamelContext(CamelContext context) {
        CamelVersionCheck.requireNotTooOld(context);
        HttpBinding.prepare(this, context);
        super.setCamelContext(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        Map<String, Object> endpointParameters = new HashMap<>(parameters);
        SalesforceEndpoint parsed = parsed(uri, remaining, parameters);
        LoginOptions.refuseOtherHttpClient(parsed.getConfiguration());
        // the component's own, which is another one after a restart
        parsed.getConfiguration().setHttpClient(null);
        SalesforceCcEndpoint endpoint = new SalesforceCcEndpoint(
                uri, this, parsed.getConfiguration(), parsed.getOperationName(), parsed.getTopicName());
        endpoint.setConsumerWorkerPoolOf(this);
        setProperties(endpoint, endpointParameters);
        return endpoint;
    }

    private SalesforceEndpoint parsed(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        try {
            return (SalesforceEndpoint) super.createEndpoint(uri, remaining, parameters);
        } catch (IllegalArgumentException e) {
            throw UnknownOperation.explained(uri, remaining, e);
        }
    }

    /** Our configurer knows our endpoints only; upstream's parsing goes through one of upstream's own. */
    @Override
    protected void setProperties(Endpoint endpoint, Map<String, Object> parameters) throws Exception {
        if (endpoint instanceof SalesforceCcEndpoint) {
            super.setProperties(endpoint, parameters);
        } else {
            PropertyBindingSupport.build()
                    .withCamelContext(getCamelContext())
                    .withTarget(endpoint)
                    .withProperties(parameters)
                    .withRemoveParameters(true)
                    .withConfigurer(new SalesforceEndpointConfigurer())
                    .bind();
        }
    }

    @Override
    protected void doStart() throws Exception {
        StartSettings settings = StartSettings.of(this, getLoginConfig(), SalesforceCcComponent::sharedLoginOf);
        LegacyHeaders.warnIfOn(this);
        CamelVersionCheck.warnIfUntested(getCamelContext());
        AnswerBodyConverters.addTo(getCamelContext().getTypeConverterRegistry());
        WireLogWarning.check();
        TokenTime time = TokenTime.system();
        SalesforceConnection opened = settings.connect(this, time);
        connection = opened;
        continuations = opened.workers();
        sharedLogin = settings.shared();
        try {
            dtoClasses = scanned();
            SubscriptionManager started = new SubscriptionManager(
                    this,
                    opened.httpClient(),
                    opened.connections(),
                    opened.apiClient(),
                    opened.orgLogin(),
                    settings.pubSub(),
                    positionStores,
                    time,
                    opened.clock()::now);
            subscriptions = started;
            restarts.close();
            signals = new OperationalBindings(getCamelContext(), name(), opened, started);
            if (!settings.lazyLogin()) {
                opened.login();
            }
            restarts.started();
        } catch (Throwable e) {
            closeAfter(e);
            throw e;
        }
    }

    private Map<String, Class<?>> scanned() {
        return getPackages() == null ? Map.of() : DtoScan.byName(getCamelContext(), getPackagesAsArray());
    }

    @Override
    protected void doStop() throws Exception {
        close(isRevokeOnStop());
        restarts.stopped();
    }

    @Override
    protected void doShutdown() throws Exception {
        restarts.close();
        super.doShutdown();
    }

    /** {@return null: there is no session of {@code camel-salesforce}} Use {@link #login()} instead. */
    @Override
    public @Nullable SalesforceSession getSession() {
        return null;
    }

    /** @return generated classes of platform events, by full name; looked for when they are first asked for */
    @Override
    public Map<String, Class<?>> getEventClassMap() {
        Map<String, Class<?>> known = eventClasses;
        if (known == null) {
            known = DtoScan.ofEvents(getCamelContext());
            eventClasses = known;
        }
        return known;
    }

    /** @return the classes of records and their pages in the packages of option {@code packages}, by simple name */
    @Override
    public Map<String, Class<?>> getClassMap() {
        return dtoClasses;
    }

    @Override
    @Nullable
    SalesforceConnection connectionOrNull() {
        return connection;
    }

    @Override
    public SalesforceLogin login() {
        return connection().userLogin();
    }

    @Override
    public SalesforceSubscriptions subscriptions() {
        return subscriptionManager();
    }

    SubscriptionManager subscriptionManager() {
        SubscriptionManager open = subscriptions;
        if (open == null) {
            throw notStarted();
        }
        return open;
    }

    @Override
    public SalesforceCcDoctor doctor() throws Exception {
        return DoctorOptions.doctor(this, userLoginConfig(), SalesforceCcComponent::sharedLoginOf);
    }

    @Override
    @Nullable
    SalesforceLoginConfig userLoginConfig() {
        return getLoginConfig();
    }

    /** Not for use: subscriptions have connections of their own. */
    @Override
    public SubscriptionHelper getSubscriptionHelper() {
        throw new UnsupportedOperationException("Subscriptions have their own connections");
    }

    /** Not for use: operations send their requests themselves. */
    @Override
    public RestClient createRestClientFor(SalesforceEndpoint endpoint) {
        throw new UnsupportedOperationException("Operations send their requests themselves");
    }

    /** Not for use: operations send their requests themselves. */
    @Override
    public RawClient createRawClientFor(SalesforceEndpoint endpoint) {
        throw new UnsupportedOperationException("Operations send their requests themselves");
    }

    /** @param lazyLogin whether to log in with the first exchange or consumer instead of at start; default false */
    @Override
    @Metadata(
            label = "common,security",
            defaultValue = "false",
            description =
                    "Whether to log in with the first exchange or consumer instead of at start. Wrong credentials are not"
                            + " noticed at start then.")
    public void setLazyLogin(boolean lazyLogin) {
        super.setLazyLogin(lazyLogin);
    }

    /** What a component shares with others while it is started, or null. */
    private static @Nullable SharedLogin sharedLoginOf(org.apache.camel.Component component) {
        return component instanceof SalesforceCcComponent other ? other.sharedLogin : null;
    }

    /** Continues a route after an answer has come, even if the component has been stopped meanwhile. */
    void onWorker(Runnable work) {
        ContinuationExecutor workers = continuations;
        if (workers == null) {
            throw notStarted();
        }
        workers.execute(work);
    }

    /** What an exchange fails with that comes while the component is stopped. */
    IllegalStateException notStarted() {
        return new IllegalStateException("The component " + name()
                + " is not started. Routes with its endpoints work again as soon as it is started");
    }

    /** Subscribes once more when the component is started again while the consumer goes on. */
    void resubscribeAfterRestart(SubscriptionConsumer consumer) {
        restarts.add(consumer);
    }

    private void close(boolean revoke) {
        SalesforceConnection open = connection;
        connection = null;
        sharedLogin = null;
        SubscriptionManager last = subscriptions;
        subscriptions = null;
        try {
            if (last != null) {
                last.close();
            }
            if (signals != null) {
                signals.close();
                signals = null;
            }
        } finally {
            if (open != null) {
                open.close(revoke);
            }
        }
    }

    ApiClient apiClient() {
        return connection().apiClient();
    }

    private SalesforceConnection connection() {
        SalesforceConnection open = connection;
        if (open == null) {
            throw notStarted();
        }
        return open;
    }

    /** A component that did not start has no session of its own to end. */
    private void closeAfter(Throwable failure) {
        try {
            close(false);
            restarts.stopped();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }
}
