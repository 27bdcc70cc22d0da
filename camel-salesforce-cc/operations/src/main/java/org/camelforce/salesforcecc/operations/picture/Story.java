package org.camelforce.salesforcecc.operations.picture;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.camelforce.salesforcecc.operations.rig.MonitoredIntegration;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.simulator.pubsub.PubSubFaults;

/** Four minutes in the life of an integration, as an operator would rather not have them on one day. */
final class Story implements Processor, AutoCloseable {

    /** How long it takes, in seconds. */
    static final int SECONDS = 240;

    private static final long EVENT_MILLIS = 100;
    private static final long QUERY_MILLIS = 250;
    private static final long SLOW_WORK_MILLIS = 150;

    private static final Fault MAINTENANCE = new Fault.Answer(503, "text/html", "<html>Down for maintenance</html>");
    private static final int MANY = 1_000;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
    private final AtomicInteger numbers = new AtomicInteger();
    private final Semaphore turns = new Semaphore(0);
    private volatile boolean slow;

    /** What the routes do with an event: nothing, or one at a time as slowly as they get their turns. */
    @Override
    public void process(Exchange exchange) throws InterruptedException {
        if (slow) {
            turns.acquire();
        }
    }

    void tell(MonitoredIntegration integration) {
        SalesforceSimulator org = integration.org();
        ConsumerDetails right = org.app().consumer();
        threads.scheduleWithFixedDelay(integration::query, 0, QUERY_MILLIS, TimeUnit.MILLISECONDS);
        threads.scheduleWithFixedDelay(
                () -> integration.publish(MonitoredIntegration.ORDER, numbers.incrementAndGet()),
                0,
                EVENT_MILLIS,
                TimeUnit.MILLISECONDS);
        threads.scheduleWithFixedDelay(
                () -> integration.publish(MonitoredIntegration.PAYMENT, numbers.incrementAndGet()),
                0,
                EVENT_MILLIS * 2,
                TimeUnit.MILLISECONDS);
        at(40, () -> org.faults().inject(FaultPoint.REST_REQUEST, new Fault.EndAllSessions(), 1));
        at(70, () -> {
            org.faults().inject(FaultPoint.TOKEN_REQUEST, MAINTENANCE, MANY);
            org.sessions().endAll();
        });
        at(80, () -> org.faults().clear());
        at(125, () -> {
            org.app().setConsumer(new ConsumerDetails(right.key(), "F".repeat(64)));
            org.sessions().endAll();
        });
        at(130, () -> org.app().setConsumer(right));
        at(165, () -> {
            org.app()
                    .setRunAsUsername(
                            org.org().addUser("second@simulator.example").username());
            org.faults().inject(FaultPoint.REST_REQUEST, new Fault.EndAllSessions(), 1);
        });
        threads.scheduleWithFixedDelay(turns::release, 0, SLOW_WORK_MILLIS, TimeUnit.MILLISECONDS);
        at(180, () -> {
            turns.drainPermits();
            slow = true;
        });
        at(205, () -> {
            slow = false;
            turns.release(MANY);
        });
        at(190, () -> org.faults().inject(FaultPoint.PUBSUB_DELIVERY, PubSubFaults.serviceUnavailable(), 2));
        at(215, () -> integration.restart("payments"));
    }

    private void at(int second, Runnable happening) {
        threads.schedule(happening, second, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
