package org.camelforce.salesforcecc.operations.rig;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.camelforce.salesforcecc.token.TokenPolicy;

/**
 * A Camel application with the component on a simulated org of its own: requests, a subscription of the Streaming API
 * and one of the Pub/Sub API, all meters in a Prometheus registry. Safe for use by several threads.
 */
public final class MonitoredIntegration implements AutoCloseable {

    /** Platform event of the subscription of the Streaming API, which is named {@code orders}. */
    public static final String ORDER = "Order__e";

    /** Platform event of the subscription of the Pub/Sub API, which is named {@code payments}. */
    public static final String PAYMENT = "Payment__e";

    private static final String NUMBER = "Number__c";

    private final SalesforceSimulator org;
    private final PrometheusMeterRegistry meters;
    private final CamelContext context;

    private MonitoredIntegration(SalesforceSimulator org, PrometheusMeterRegistry meters, CamelContext context) {
        this.org = org;
        this.meters = meters;
        this.context = context;
    }

    /**
     * Starts org and application. Takes seconds.
     *
     * @param folder for positions
     * @param policy how the login is kept
     * @param work what the routes do with an event
     * @return the running application
     * @throws Exception if the application does not start
     */
    public static MonitoredIntegration start(Path folder, TokenPolicy policy, Processor work) throws Exception {
        SalesforceSimulator org = SalesforceSimulator.builder()
                .pubSubTls(TestTls.server())
                .schema(Schema.standard().with(event(ORDER)).with(event(PAYMENT)))
                .start();
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        CamelContext context = new DefaultCamelContext();
        context.getRegistry().bind("meters", meters);
        context.getRegistry().bind("observations", observations(meters));
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(org.getLoginUrl());
        component.setClientId(org.getClientId());
        component.setClientSecret(org.getClientSecret());
        component.setPubSubHost(org.getPubSubHost());
        component.setPubSubPort(org.getPubSubPort());
        component.setSslContextParameters(TestTls.client());
        component.setReplayStoreLocation(folder.resolve("positions").toString());
        component.setTokenPolicy(policy);
        context.addComponent("salesforce-cc", component);
        context.addRoutes(new Routes(work));
        MonitoredIntegration started = new MonitoredIntegration(org, meters, context);
        context.start();
        return started;
    }

    /** @return the org that it works on, and what can go wrong in it */
    public SalesforceSimulator org() {
        return org;
    }

    /**
     * Publishes an event.
     *
     * @param event {@link #ORDER} or {@link #PAYMENT}
     * @param number what is in it
     */
    public void publish(String event, int number) {
        org.events()
                .publishPlatformEvent(
                        event,
                        JsonNodeFactory.instance.objectNode().put(NUMBER, String.valueOf(number)),
                        org.runAsUserId().orElse(""));
    }

    /** @return whether a query succeeded */
    public boolean query() {
        Exchange answered = context.createProducerTemplate()
                .request("salesforce-cc:query?rawPayload=true", exchange -> exchange.getIn()
                        .setBody("SELECT Id FROM User"));
        return !answered.isFailed();
    }

    /**
     * Creates an account.
     *
     * @param account its fields, in JSON
     * @return whether Salesforce has created it
     */
    public boolean create(String account) {
        return !context.createProducerTemplate()
                .request("salesforce-cc:createSObject?rawPayload=true&sObjectName=Account", exchange -> exchange.getIn()
                        .setBody(account))
                .isFailed();
    }

    /**
     * Stops a subscription and starts it again.
     *
     * @param route {@code orders} or {@code payments}
     * @throws RuntimeCamelException if it does not stop or start
     */
    public void restart(String route) {
        try {
            context.getRouteController().stopRoute(route);
            context.getRouteController().startRoute(route);
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }

    /** @return what Prometheus gets */
    public String scrape() {
        return meters.scrape();
    }

    @Override
    public void close() {
        context.stop();
        org.close();
    }

    private static SObjectDefinition event(String name) {
        return SObjectDefinition.platformEvent(name)
                .fields(FieldDefinition.text(NUMBER, 20))
                .build();
    }

    private static ObservationRegistry observations(PrometheusMeterRegistry meters) {
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        return observations;
    }

    private static final class Routes extends RouteBuilder {

        private final Processor work;

        Routes(Processor work) {
            this.work = work;
        }

        @Override
        public void configure() {
            from("salesforce-cc:subscribe:/event/" + ORDER + "?durable=true&subscriptionName=orders")
                    .routeId("orders")
                    .process(work);
            from("salesforce-cc:pubSubSubscribe:/event/" + PAYMENT + "?durable=true&subscriptionName=payments")
                    .routeId("payments")
                    .process(work);
        }
    }
}
