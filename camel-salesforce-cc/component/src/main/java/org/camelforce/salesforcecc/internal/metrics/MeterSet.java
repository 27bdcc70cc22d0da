package org.camelforce.salesforcecc.internal.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.camelforce.salesforcecc.observability.MeterTag;
import org.camelforce.salesforcecc.observability.SalesforceCcMeter;
import org.jspecify.annotations.Nullable;

/** Meters that are registered one by one and taken out together. Safe for use by several threads. */
final class MeterSet {

    private static final Duration[] BUCKETS = LongStream.of(
                    50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 20_000, 60_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Map<MeterTag, String> common;
    private final Queue<Meter> meters = new ConcurrentLinkedQueue<>();
    private volatile boolean isRemoved;

    /** @param common the tags that all of them have */
    MeterSet(MeterRegistry registry, Map<MeterTag, String> common) {
        this.registry = registry;
        this.common = common;
    }

    Counter counter(SalesforceCcMeter meter, Map<MeterTag, String> own) {
        return added(Counter.builder(meter.id())
                .description(meter.description())
                .baseUnit(meter.unit())
                .tags(tags(meter, own))
                .register(registry));
    }

    Counter counter(SalesforceCcMeter meter) {
        return counter(meter, Map.of());
    }

    void functionCounter(SalesforceCcMeter meter, DoubleSupplier value) {
        // the registry holds the object weakly; the lambda holds what is needed
        added(FunctionCounter.builder(meter.id(), this, any -> value.getAsDouble())
                .description(meter.description())
                .baseUnit(meter.unit())
                .tags(tags(meter, Map.of()))
                .register(registry));
    }

    Timer timer(SalesforceCcMeter meter, Map<MeterTag, String> own) {
        Timer.Builder timer =
                Timer.builder(meter.id()).description(meter.description()).tags(tags(meter, own));
        return added((meter.hasBuckets() ? timer.serviceLevelObjectives(BUCKETS) : timer).register(registry));
    }

    DistributionSummary summary(SalesforceCcMeter meter, Map<MeterTag, String> own) {
        return added(DistributionSummary.builder(meter.id())
                .description(meter.description())
                .baseUnit(meter.unit())
                .tags(tags(meter, own))
                .register(registry));
    }

    /** A gauge of something that may be unknown. */
    <T> void gauge(SalesforceCcMeter meter, Supplier<? extends @Nullable T> subject, ToDoubleFunction<T> value) {
        added(Gauge.builder(meter.id(), () -> {
                    T now = subject.get();
                    return now == null ? Double.NaN : value.applyAsDouble(now);
                })
                .description(meter.description())
                .baseUnit(meter.unit())
                .tags(tags(meter, Map.of()))
                .register(registry));
    }

    /** Those that are registered from now on, by requests under way, do not stay either. */
    void removeAll() {
        isRemoved = true;
        for (Meter meter = meters.poll(); meter != null; meter = meters.poll()) {
            registry.remove(meter);
        }
    }

    static double seconds(@Nullable Duration duration) {
        return duration == null ? Double.NaN : duration.toMillis() / 1000.0;
    }

    private <M extends Meter> M added(M meter) {
        meters.add(meter);
        if (isRemoved) {
            removeAll();
        }
        return meter;
    }

    /** All the tags that the meter is documented with, or it would be another meter. */
    private List<Tag> tags(SalesforceCcMeter meter, Map<MeterTag, String> own) {
        List<Tag> tags = new ArrayList<>();
        for (MeterTag tag : meter.tags()) {
            String value = own.getOrDefault(tag, common.get(tag));
            if (value == null) {
                throw new IllegalArgumentException(meter + " needs tag " + tag.key());
            }
            tags.add(Tag.of(tag.key(), value));
        }
        return tags;
    }
}
