package org.camelforce.salesforcecc.internal.subscription.pubsub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.TestContexts;
import org.camelforce.salesforcecc.internal.request.OrgLogin;
import org.camelforce.salesforcecc.internal.threads.RejectedTasks;
import org.camelforce.salesforcecc.internal.threads.ThreadPools;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.test.support.TestTls;

/** An org with orders, a session in it and a connection to a Pub/Sub API, the org's own or another. */
final class PubSubWorld implements AutoCloseable {

    static final String TOPIC = "/event/Order__e";
    static final String ORG_ID = "00D5g000004fQWEEA2";

    final SalesforceSimulator org;
    final CamelContext context = new DefaultCamelContext();
    final PubSubConnection connection;
    final OrgLogin login;

    private final ScheduledExecutorService ownTimer = Executors.newSingleThreadScheduledExecutor();

    private PubSubWorld(SalesforceSimulator org, String host, int port, ScheduledExecutorService timer) {
        this.org = org;
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(org.getLoginUrl());
        component.setClientId(org.getClientId());
        component.setClientSecret(org.getClientSecret());
        context.addComponent("salesforce-cc", component);
        context.start();
        login = TestContexts.orgLogin(component);
        connection = new PubSubConnection(
                context,
                new PubSubSettings(host, port, false, null, TestTls.trusting(), "options"),
                login,
                new RejectedTasks(System::nanoTime, ThreadPools.later()),
                timer == null ? ownTimer : timer);
    }

    String token() {
        return login.tokens().current().orElseThrow().token().value();
    }

    /** The API of the org itself. */
    static PubSubWorld ofOrg(SalesforceSimulator.Builder builder) {
        SalesforceSimulator org = builder.start();
        return new PubSubWorld(org, org.getPubSubHost(), org.getPubSubPort(), null);
    }

    /** The API of the org itself. */
    static PubSubWorld ofOrg() {
        return ofOrg(orders());
    }

    /** An API that does as the test says. */
    static PubSubWorld of(ScriptedPubSub api) {
        return of(api, null);
    }

    /** An API that does as the test says, and a timer that waits for the test. */
    static PubSubWorld of(ScriptedPubSub api, ScheduledExecutorService timer) {
        return new PubSubWorld(orders().start(), "127.0.0.1", api.port(), timer);
    }

    static SalesforceSimulator.Builder orders() {
        return SalesforceSimulator.builder()
                .orgId(ORG_ID)
                .pubSubTls(TestTls.server())
                .schema(Schema.standard()
                        .with(SObjectDefinition.platformEvent("Order__e")
                                .fields(FieldDefinition.text("Number__c", 20))
                                .build()));
    }

    SalesforceEndpoint endpoint(String uri) {
        return context.getEndpoint("salesforce-cc:" + uri, SalesforceEndpoint.class);
    }

    PubSubSource source(String topic) throws Exception {
        return connection.source(endpoint("pubSubSubscribe:" + topic), false);
    }

    HeardStream open(StartingPoint from) throws Exception {
        return open(TOPIC, from);
    }

    HeardStream open(String topic, StartingPoint from) throws Exception {
        return HeardStream.of(context, source(topic), from);
    }

    HeardStream earliest() throws Exception {
        return open(new StartingPoint.Earliest());
    }

    HeardStream after(ReplayId position) throws Exception {
        return open(new StartingPoint.After(position));
    }

    void publish(String... numbers) {
        for (String number : numbers) {
            org.events()
                    .publishPlatformEvent(
                            "Order__e",
                            JsonNodeFactory.instance.objectNode().put("Number__c", number),
                            org.runAsUserId().orElseThrow());
        }
    }

    @Override
    public void close() throws Exception {
        connection.close();
        context.close();
        ownTimer.shutdownNow();
        org.close();
    }
}
