package org.camelforce.salesforcecc.internal.subscription.cometd;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.TestContexts;
import org.camelforce.salesforcecc.internal.request.OrgLogin;
import org.camelforce.salesforcecc.internal.subscription.stream.EventSource;
import org.camelforce.salesforcecc.internal.subscription.stream.EventStream;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.subscription.StartingPoint;

/** The streams of one component against a simulator, without subscriptions that would open others by themselves. */
final class Streams implements AutoCloseable {

    static final StartingPoint LATEST = new StartingPoint.Latest();
    static final String ORDERS = "/event/Order__e";
    static final String REFUNDS = "/event/Refund__e";
    static final String INVOICES = "/event/Invoice__e";

    final SalesforceSimulator org;
    final ScheduledExecutorService scheduler;
    final CometDStreams streams;
    private final CamelContext context = new DefaultCamelContext();
    private final SalesforceCcComponent component = new SalesforceCcComponent();

    Streams(SalesforceSimulator org) {
        this(org, Executors.newSingleThreadScheduledExecutor(), Duration.ofMillis(300), Map.of());
    }

    Streams(SalesforceSimulator org, ScheduledExecutorService scheduler, Duration hold, Map<String, Object> options) {
        this.org = org;
        this.scheduler = scheduler;
        component.setLoginUrl(org.getLoginUrl());
        component.setClientId(org.getClientId());
        component.setClientSecret(org.getClientSecret());
        component.setLongPollingTransportProperties(options);
        context.addComponent("salesforce-cc", component);
        context.start();
        streams = new CometDStreams(
                component,
                TestContexts.httpClient(component),
                TestContexts.connections(component),
                TestContexts.apiClient(component),
                login(),
                scheduler,
                hold);
    }

    /** An org with {@code Order__e}, {@code Refund__e} and {@code Invoice__e}. */
    static void events(SalesforceSimulator.Builder builder) {
        builder.schema(Schema.standard().with(event("Order__e")).with(event("Refund__e"), event("Invoice__e")));
    }

    static SObjectDefinition event(String name) {
        return SObjectDefinition.platformEvent(name)
                .fields(FieldDefinition.text("Number__c", 80))
                .build();
    }

    String token() {
        return TestContexts.token(component);
    }

    OrgLogin login() {
        return TestContexts.orgLogin(component);
    }

    EventSource source(String topic) {
        return streams.source(context.getEndpoint("salesforce-cc:subscribe:" + topic, SalesforceEndpoint.class));
    }

    /** Opens a stream and waits until the server has answered. */
    EventStream open(String topic, StartingPoint from, RecordingListener listener, int events) {
        EventStream stream = source(topic).open(from, listener);
        stream.request(events);
        await().until(() -> listener.confirmed || !listener.ends.isEmpty());
        return stream;
    }

    void publish(String topic, String number) {
        org.events()
                .publishPlatformEvent(
                        topic.substring(topic.lastIndexOf('/') + 1),
                        JsonNodeFactory.instance.objectNode().put("Number__c", number),
                        org.runAsUserId().orElseThrow());
    }

    long requests(String kind) {
        return org.requestLog().stream()
                .filter(request ->
                        request.path().startsWith("/cometd/") && request.path().endsWith("/" + kind))
                .count();
    }

    /** After the last event that the listener has got. */
    static StartingPoint after(RecordingListener listener) {
        ReplayId last = listener.events.get(listener.events.size() - 1).replayId();
        return new StartingPoint.After(last);
    }

    @Override
    public void close() throws Exception {
        streams.close();
        scheduler.shutdownNow();
        context.close();
    }
}
