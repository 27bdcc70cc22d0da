package org.camelforce.salesforcecc.reliability.throughput;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.reliability.child.ConsumerSettings;
import org.camelforce.salesforcecc.reliability.child.EndpointFactory;
import org.camelforce.salesforcecc.reliability.run.NumberedEvents;
import org.camelforce.salesforcecc.replay.ReplayStore;

/** A context whose route counts events, with an org of its own. For one thread. */
final class Side implements AutoCloseable {

    private static final int MAX_SECONDS = 120;
    private static final int POLL_MILLIS = 20;

    /** More in one answer are more than upstream's client of the Streaming API takes, and it does not recover. */
    private static final int MAX_OUTSTANDING = 300;

    private final String name;
    private final NumberedEvents org;
    private final LongSupplier ticker;
    private final CamelContext context = new DefaultCamelContext();
    private final Semaphore room = new Semaphore(MAX_OUTSTANDING);
    private volatile CountDownLatch outstanding = new CountDownLatch(0);
    private int published;

    /**
     * @param settings the consumer
     * @param org its org, which the side closes
     * @param positions where positions are written, if the consumer is durable
     * @param ticker nanoseconds
     */
    Side(ConsumerSettings settings, NumberedEvents org, ReplayStore positions, LongSupplier ticker) throws Exception {
        this.name = settings.kind() + " " + settings.protocol();
        this.org = org;
        this.ticker = ticker;
        context.getRegistry().bind(EndpointFactory.POSITIONS, positions);
        context.addComponent(EndpointFactory.scheme(settings), EndpointFactory.component(settings));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(EndpointFactory.uri(settings)).process(exchange -> routed());
            }
        });
        context.start();
        awaitSubscription();
    }

    /**
     * Publishes events as fast as the route takes them, with at most 300 on their way, and waits until it has had them
     * all.
     *
     * @param events how many
     * @param filling the text of each
     * @return events per second
     */
    double round(int events, String filling) throws InterruptedException {
        outstanding = new CountDownLatch(events);
        long began = ticker.getAsLong();
        for (int i = 0; i < events; i++) {
            if (!room.tryAcquire(MAX_SECONDS, TimeUnit.SECONDS)) {
                break;
            }
            published++;
            org.publish(Integer.toString(published), filling);
        }
        if (!outstanding.await(MAX_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(name + ": " + outstanding.getCount() + " events did not come");
        }
        return events * 1e9 / (ticker.getAsLong() - began);
    }

    private void routed() {
        room.release();
        outstanding.countDown();
    }

    private void awaitSubscription() throws InterruptedException {
        Semaphore never = new Semaphore(0);
        for (int i = 0; i < MAX_SECONDS * 1000 / POLL_MILLIS && !org.hasSubscriber(); i++) {
            if (never.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    @Override
    public void close() {
        context.stop();
        org.close();
    }
}
