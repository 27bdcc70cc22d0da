package org.camelforce.salesforcecc.internal.metrics;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.camelforce.salesforcecc.observability.MeterTag;
import org.camelforce.salesforcecc.observability.SalesforceCcMeter;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.subscription.SubscriptionEvent;
import org.camelforce.salesforcecc.subscription.SubscriptionState;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.camelforce.salesforcecc.subscription.SubscriptionTraffic;
import org.jspecify.annotations.Nullable;

/** The meters of one subscription. */
final class SubscriptionMeters {

    private final Supplier<@Nullable SubscriptionStatus> status;
    private final MeterSet meters;
    private final Map<StreamEnd.Kind, Counter> reconnects = new EnumMap<>(StreamEnd.Kind.class);
    private final Timer takeover;
    private final Counter commitFailures;

    SubscriptionMeters(MeterSet meters, Supplier<@Nullable SubscriptionStatus> status) {
        this.meters = meters;
        this.status = status;
        for (StreamEnd.Kind cause : StreamEnd.Kind.values()) {
            reconnects.put(
                    cause,
                    meters.counter(
                            SalesforceCcMeter.SUBSCRIPTION_RECONNECTS, Map.of(MeterTag.CAUSE, MeterTag.value(cause))));
        }
        takeover = meters.timer(SalesforceCcMeter.SUBSCRIPTION_TAKEOVER, Map.of());
        commitFailures = meters.counter(SalesforceCcMeter.SUBSCRIPTION_COMMIT_FAILURES);
        gauge(SalesforceCcMeter.SUBSCRIPTION_OPEN, SubscriptionMeters::open);
        gauge(SalesforceCcMeter.SUBSCRIPTION_IDLE, SubscriptionMeters::silence);
        gauge(
                SalesforceCcMeter.EVENTS_LAG,
                now -> MeterSet.seconds(now.traffic().lag()));
        gauge(SalesforceCcMeter.EVENTS_IN_FLIGHT, SubscriptionStatus::inFlight);
        gauge(SalesforceCcMeter.EVENTS_COMMIT_LAG, SubscriptionStatus::commitLag);
        count(SalesforceCcMeter.SUBSCRIPTION_STALLS, SubscriptionStatus::stalls);
        count(SalesforceCcMeter.SUBSCRIPTION_GAPS, SubscriptionStatus::gaps);
        count(SalesforceCcMeter.EVENTS_MISSED, SubscriptionStatus::missed);
        count(SalesforceCcMeter.EVENTS_EXHAUSTED, now -> now.progress().exhausted());
        countTraffic(SalesforceCcMeter.EVENTS_RECEIVED, SubscriptionTraffic::received);
        countTraffic(SalesforceCcMeter.EVENTS_PROCESSED, SubscriptionTraffic::processed);
        countTraffic(SalesforceCcMeter.EVENTS_DUPLICATED, SubscriptionTraffic::duplicated);
        countTraffic(SalesforceCcMeter.EVENTS_PASSED_OVER, SubscriptionTraffic::passedOver);
    }

    void on(SubscriptionEvent event) {
        if (event instanceof SubscriptionEvent.Lost lost) {
            requireNonNull(reconnects.get(lost.kind())).increment();
        } else if (event instanceof SubscriptionEvent.CommitFailed) {
            commitFailures.increment();
        } else if (event instanceof SubscriptionEvent.Opened opened && opened.takeover() != null) {
            takeover.record(opened.takeover());
        }
    }

    void remove() {
        meters.removeAll();
    }

    private void gauge(SalesforceCcMeter meter, ToDoubleFunction<SubscriptionStatus> value) {
        meters.gauge(meter, status, value);
    }

    private void count(SalesforceCcMeter meter, ToLongFunction<SubscriptionStatus> value) {
        meters.functionCounter(meter, () -> {
            SubscriptionStatus now = status.get();
            return now == null ? 0 : value.applyAsLong(now);
        });
    }

    private void countTraffic(SalesforceCcMeter meter, ToLongFunction<SubscriptionTraffic> value) {
        count(meter, now -> value.applyAsLong(now.traffic()));
    }

    /** A stream without requested events, such as that of a suspended consumer, is not silent. */
    private static double silence(SubscriptionStatus now) {
        return now.state() == SubscriptionState.OPEN && now.eventsRequested()
                ? MeterSet.seconds(now.traffic().sinceActivity())
                : Double.NaN;
    }

    private static double open(SubscriptionStatus now) {
        return now.disconnectedFor() == null && now.state() != SubscriptionState.FAILED ? 1 : 0;
    }
}
