package org.camelforce.salesforcecc.examples.cluster;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.jspecify.annotations.Nullable;

/** Places orders numbered from 1. For one thread. */
final class Publisher implements AutoCloseable {

    private static final long MILLIS_BETWEEN = 20;

    private final CamelContext context = new DefaultCamelContext();
    private final AtomicInteger placed = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    private final ProducerTemplate template;
    private @Nullable ScheduledFuture<?> work;

    Publisher(SalesforceSimulator org) {
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(org.getLoginUrl());
        component.setClientId(org.getClientId());
        component.setClientSecret(org.getClientSecret());
        context.addComponent("salesforce-cc", component);
        context.start();
        template = context.createProducerTemplate();
    }

    CamelContext context() {
        return context;
    }

    /** Places an order every 20 ms from now on. */
    void start() {
        work = clock.scheduleAtFixedRate(this::place, 0, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
    }

    /** @throws IllegalStateException if an order was not accepted; none have been placed since then */
    void check() {
        if (work != null && work.isDone() && !clock.isShutdown()) {
            throw new IllegalStateException("An order was not accepted after " + placed);
        }
    }

    /** @return how many orders have been accepted */
    int placed() {
        return placed.get();
    }

    /** Stops placing orders; {@link #placed} is final then. */
    void stop() throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(1, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        context.stop();
    }

    private void place() {
        template.requestBody(
                "salesforce-cc:createSObject?sObjectName=Order__e&rawPayload=true",
                "{\"Number__c\":\"" + (placed.get() + 1) + "\"}");
        placed.incrementAndGet();
    }
}
