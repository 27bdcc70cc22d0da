package org.camelforce.salesforcecc.simulator.internal.streaming;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.camelforce.salesforcecc.simulator.events.Events.LoggedEvent;
import org.cometd.bayeux.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's place on one channel. Replayed and live events take the same way: each wake-up reads the log from the
 * place reached, so that there is neither a gap nor a repetition between them. At most one thread delivers at a time,
 * and it holds no lock while it does.
 */
final class Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final int BATCH = 500;

    private final Recipient recipient;
    private final SubscriptionName name;
    private final EventLog log;
    private final EventData data;
    private final Executor executor;
    private final DeliveryFaultInjector faults;
    private final AtomicInteger wakeUps = new AtomicInteger();
    private volatile boolean cancelled;
    private volatile long position;

    Subscription(
            Recipient recipient,
            SubscriptionName name,
            long position,
            EventLog log,
            EventData data,
            Executor executor,
            DeliveryFaultInjector faults) {
        this.recipient = recipient;
        this.name = name;
        this.position = position;
        this.log = log;
        this.data = data;
        this.executor = executor;
        this.faults = faults;
    }

    SubscriptionName name() {
        return name;
    }

    long position() {
        return position;
    }

    /** Delivers what the log holds beyond the place reached, on another thread. */
    void wakeUp() {
        if (wakeUps.getAndIncrement() == 0) {
            try {
                executor.execute(this::deliver);
            } catch (RejectedExecutionException e) {
                cancel();
            }
        }
    }

    void cancel() {
        cancelled = true;
    }

    private void deliver() {
        int handled = wakeUps.get();
        while (handled != 0) {
            try {
                readOn();
            } catch (RuntimeException e) {
                LOG.error("Events of {} cannot be delivered", name.channel(), e);
            }
            handled = wakeUps.addAndGet(-handled);
        }
    }

    private void readOn() {
        List<LoggedEvent> events = log.after(name.channel(), position, BATCH);
        while (!events.isEmpty() && !cancelled) {
            List<LoggedEvent> batch = events;
            deliver(batch);
            events = log.after(name.channel(), position, BATCH);
        }
    }

    private void deliver(List<LoggedEvent> batch) {
        int times = faults.inject(recipient);
        recipient.batch(() -> {
            for (int i = 0; i < times; i++) {
                batch.forEach(this::deliver);
            }
        });
    }

    private void deliver(LoggedEvent event) {
        position = event.replayId();
        if (!cancelled && name.filter().matches(event.payload())) {
            log.delivered(1);
            recipient.deliver(null, name.full(), data.of(event), Promise.noop());
        }
    }
}
