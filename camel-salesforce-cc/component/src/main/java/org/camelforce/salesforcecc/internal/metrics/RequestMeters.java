package org.camelforce.salesforcecc.internal.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.internal.request.EndedRequest;
import org.camelforce.salesforcecc.internal.request.ObjectNames;
import org.camelforce.salesforcecc.internal.request.RequestEnd;
import org.camelforce.salesforcecc.internal.request.RequestObserver;
import org.camelforce.salesforcecc.internal.request.RequestOutcome;
import org.camelforce.salesforcecc.internal.request.RetryReason;
import org.camelforce.salesforcecc.observability.MeterTag;
import org.camelforce.salesforcecc.observability.SalesforceCcMeter;

/**
 * Times and measures requests. Meters are there from the first request of their operation, object and outcome, but
 * those of retries from the start.
 */
final class RequestMeters implements RequestObserver, RequestEnd {

    private final MeterSet meters;
    private final ObjectNames objects = new ObjectNames();
    private final Map<RetryReason, Counter> retries = new EnumMap<>(RetryReason.class);
    private final ConcurrentMap<About, Timer> durations = new ConcurrentHashMap<>();
    private final ConcurrentMap<Sized, DistributionSummary> sizes = new ConcurrentHashMap<>();

    RequestMeters(MeterSet meters) {
        this.meters = meters;
        for (RetryReason reason : RetryReason.values()) {
            retries.put(
                    reason,
                    meters.counter(SalesforceCcMeter.REQUEST_RETRIES, Map.of(MeterTag.REASON, MeterTag.value(reason))));
        }
    }

    @Override
    public void retried(RetryReason reason) {
        Objects.requireNonNull(retries.get(reason)).increment();
    }

    @Override
    public RequestEnd begun(ApiRequest request) {
        return this;
    }

    @Override
    public void ended(EndedRequest ended) {
        ApiRequest request = ended.request();
        String object = objects.limited(request);
        durations
                .computeIfAbsent(new About(request.name(), object, ended.outcome()), this::duration)
                .record(ended.took());
        if (request.body() != null) {
            size(SalesforceCcMeter.REQUEST_SENT, request, object).record(ended.sentBytes());
        }
        if (ended.status() > 0) {
            size(SalesforceCcMeter.REQUEST_RECEIVED, request, object).record(ended.receivedBytes());
        }
    }

    private Timer duration(About about) {
        return meters.timer(
                SalesforceCcMeter.REQUEST_DURATION,
                Map.of(
                        MeterTag.OPERATION, about.operation(),
                        MeterTag.OBJECT, about.object(),
                        MeterTag.OUTCOME, MeterTag.value(about.outcome())));
    }

    private DistributionSummary size(SalesforceCcMeter meter, ApiRequest request, String object) {
        return sizes.computeIfAbsent(
                new Sized(meter, request.name(), object),
                sized -> meters.summary(
                        meter, Map.of(MeterTag.OPERATION, sized.operation(), MeterTag.OBJECT, sized.object())));
    }

    private record About(String operation, String object, RequestOutcome outcome) {}

    private record Sized(SalesforceCcMeter meter, String operation, String object) {}
}
