package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Names events that the route has had for too long. On the runtime's scheduler only. */
final class OverdueWatch {

    private static final Duration LONGEST_PERIOD = Duration.ofMinutes(1);

    private final SubscriptionRuntime runtime;
    private final Runnable look;
    private final Duration period;
    private @Nullable Future<?> next;

    /**
     * @param runtime has the scheduler
     * @param limit how long the route may have an event
     * @param look looks for such events
     */
    OverdueWatch(SubscriptionRuntime runtime, Duration limit, Runnable look) {
        this.runtime = runtime;
        this.look = look;
        this.period = limit.compareTo(LONGEST_PERIOD) < 0 ? limit : LONGEST_PERIOD;
    }

    void begin() {
        end();
        next = runtime.after(period, () -> {
            begin();
            look.run();
        });
    }

    void end() {
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }
}
