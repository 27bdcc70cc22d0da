package org.camelforce.salesforcecc.internal.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.camelforce.salesforcecc.internal.request.RequestObservers;
import org.camelforce.salesforcecc.internal.session.ApiUsage;
import org.camelforce.salesforcecc.internal.session.SalesforceConnection;
import org.camelforce.salesforcecc.internal.subscription.SubscriptionManager;
import org.camelforce.salesforcecc.observability.MeterTag;
import org.camelforce.salesforcecc.observability.SalesforceCcMeter;
import org.camelforce.salesforcecc.subscription.SubscriptionEvent;
import org.camelforce.salesforcecc.subscription.SubscriptionId;
import org.camelforce.salesforcecc.subscription.SubscriptionListener;
import org.camelforce.salesforcecc.token.TokenStatus;
import org.jspecify.annotations.Nullable;

/**
 * The meters of one started component, all those of {@link SalesforceCcMeter}: the login's and the requests' from the
 * start of the component to its stop, those by operation from its first request, each subscription's from the start of
 * its consumer to its stop. The component makes one by itself if the registry of its context has one
 * {@code MeterRegistry}. Safe for use by several threads.
 */
public final class SalesforceCcMetrics implements SubscriptionListener, AutoCloseable {

    private final MeterRegistry registry;
    private final String component;
    private final SubscriptionManager subscriptions;
    private final MeterSet meters;
    private final RequestObservers requestObservers;
    private final RequestMeters requests;
    private final Map<SubscriptionId, SubscriptionMeters> bySubscription = new ConcurrentHashMap<>();

    /**
     * Registers the meters.
     *
     * @param registry where
     * @param component the component's name in its context
     * @param connection its connection
     * @param subscriptions its subscriptions
     */
    public SalesforceCcMetrics(
            MeterRegistry registry,
            String component,
            SalesforceConnection connection,
            SubscriptionManager subscriptions) {
        this.registry = registry;
        this.component = component;
        this.subscriptions = subscriptions;
        this.meters = new MeterSet(registry, Map.of(MeterTag.COMPONENT, component));
        connection.addLoginListener(new LoginMeters(meters));
        login(connection.orgLogin().tokens()::status);
        requests(connection);
        requests = new RequestMeters(meters);
        requestObservers = connection.requestObservers();
        requestObservers.add(requests);
        subscriptions.addListener(this);
    }

    @Override
    public void on(SubscriptionId subscription, SubscriptionEvent event) {
        if (event instanceof SubscriptionEvent.Started) {
            bySubscription.put(
                    subscription,
                    new SubscriptionMeters(
                            new MeterSet(
                                    registry,
                                    Map.of(
                                            MeterTag.COMPONENT, component,
                                            MeterTag.SUBSCRIPTION, subscription.name(),
                                            MeterTag.CHANNEL, subscription.channel())),
                            () -> subscriptions.status(subscription).orElse(null)));
        } else if (event instanceof SubscriptionEvent.Ended) {
            SubscriptionMeters ended = bySubscription.remove(subscription);
            if (ended != null) {
                ended.remove();
            }
        } else {
            SubscriptionMeters its = bySubscription.get(subscription);
            if (its != null) {
                its.on(event);
            }
        }
    }

    /** Takes the meters out of the registry. */
    @Override
    public void close() {
        requestObservers.remove(requests);
        subscriptions.removeListener(this);
        bySubscription.values().forEach(SubscriptionMeters::remove);
        bySubscription.clear();
        meters.removeAll();
    }

    private void login(Supplier<TokenStatus> status) {
        gauge(SalesforceCcMeter.LOGIN_BUDGET_LEFT, status, TokenStatus::loginsLeft);
        gauge(SalesforceCcMeter.LOGIN_FAILING, status, now -> now.lastFailure() == null ? 0 : 1);
        gauge(SalesforceCcMeter.TOKEN_USABLE, status, now -> now.usable() ? 1 : 0);
        gauge(SalesforceCcMeter.TOKEN_AGE, status, now -> MeterSet.seconds(now.age()));
        gauge(SalesforceCcMeter.TOKEN_RENEWAL_IN, status, now -> MeterSet.seconds(now.renewalIn()));
    }

    private void requests(SalesforceConnection connection) {
        meters.functionCounter(
                SalesforceCcMeter.REQUEST_REPLAYS, () -> connection.requests().replays());
        Supplier<@Nullable ApiUsage> usage =
                () -> connection.requests().apiUsage().orElse(null);
        gauge(SalesforceCcMeter.API_REQUESTS_USED, usage, ApiUsage::used);
        gauge(SalesforceCcMeter.API_REQUESTS_LEFT, usage, ApiUsage::left);
        gauge(SalesforceCcMeter.API_REQUESTS_LIMIT, usage, ApiUsage::limit);
    }

    private <T> void gauge(
            SalesforceCcMeter meter, Supplier<? extends @Nullable T> subject, ToDoubleFunction<T> value) {
        meters.gauge(meter, subject, value);
    }
}
