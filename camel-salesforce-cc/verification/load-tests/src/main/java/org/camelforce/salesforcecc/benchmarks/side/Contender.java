package org.camelforce.salesforcecc.benchmarks.side;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.service.ServiceHelper;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.benchmarks.load.Target;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.request.RecordedRequest;
import org.camelforce.salesforcecc.token.TokenStatus;
import org.jspecify.annotations.Nullable;

/**
 * One of the two components, started in a context of its own, with an org of its own. An exchange is a query of one
 * row. Safe for use by several threads.
 */
public final class Contender implements Target, AutoCloseable {

    private static final String QUERY = "SELECT Id FROM User";
    private static final int UNAUTHORIZED = 401;
    /** A busy machine may take longer than the ten seconds that both components wait otherwise. */
    private static final int IDLE_TIMEOUT_MILLIS = 60_000;

    private final String scheme;
    private final SalesforceSimulator org;
    private final CamelContext context;
    private final Endpoint endpoint;
    private final AsyncProducer producer;

    private Contender(String scheme, SalesforceSimulator org, CamelContext context) throws Exception {
        this.scheme = scheme;
        this.org = org;
        this.context = context;
        context.start();
        this.endpoint = context.getEndpoint(scheme + ":query?rawPayload=true");
        this.producer = endpoint.createAsyncProducer();
        ServiceHelper.startService(producer);
    }

    /**
     * @param org the org, which the side closes
     * @return {@code salesforce-cc} with the three options that are enough, and a longer timeout
     * @throws Exception if it does not start
     */
    public static Contender salesforceCc(SalesforceSimulator org) throws Exception {
        return salesforceCc(org, (context, component) -> {
            component.setClientId(org.getClientId());
            component.setClientSecret(org.getClientSecret());
        });
    }

    /**
     * @param org the org, which the side closes
     * @param credentials tells the component where key and secret are
     * @return {@code salesforce-cc} with key and secret from there
     * @throws Exception if it does not start
     */
    public static Contender salesforceCc(
            SalesforceSimulator org, BiConsumer<CamelContext, SalesforceCcComponent> credentials) throws Exception {
        CamelContext context = new DefaultCamelContext();
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(org.getLoginUrl());
        component.setHttpClientIdleTimeout(IDLE_TIMEOUT_MILLIS);
        context.addComponent("salesforce-cc", component);
        credentials.accept(context, component);
        return new Contender("salesforce-cc", org, context);
    }

    /**
     * @param org the org, which the side closes
     * @return upstream's {@code salesforce} with the same grant
     * @throws Exception if it does not start
     */
    public static Contender salesforce(SalesforceSimulator org) throws Exception {
        CamelContext context = new DefaultCamelContext();
        SalesforceComponent component = new SalesforceComponent();
        component.setLoginUrl(org.getLoginUrl());
        component.setClientId(org.getClientId());
        component.setClientSecret(org.getClientSecret());
        component.setAuthenticationType(AuthenticationType.CLIENT_CREDENTIALS);
        component.setHttpClientIdleTimeout(IDLE_TIMEOUT_MILLIS);
        context.addComponent("salesforce", component);
        return new Contender("salesforce", org, context);
    }

    /** @return an org that answers any number of requests */
    public static SalesforceSimulator newOrg() {
        return SalesforceSimulator.builder().dailyApiRequests(Integer.MAX_VALUE).start();
    }

    /** @return the scheme */
    public String name() {
        return scheme;
    }

    /** @return the org that this side talks to */
    public SalesforceSimulator org() {
        return org;
    }

    @Override
    public void send(Consumer<@Nullable Exception> whenDone) {
        Exchange exchange = endpoint.createExchange();
        exchange.getIn().setBody(QUERY);
        producer.process(exchange, doneSync -> whenDone.accept(exchange.getException()));
    }

    /** @return how many requests the org has answered with status 401 */
    public long answers401() {
        return org.requestLog().stream()
                .mapToInt(RecordedRequest::status)
                .filter(status -> status == UNAUTHORIZED)
                .count();
    }

    /** @return how long {@code salesforce-cc} waits before the next login, null for the other component */
    public @Nullable Duration nextLoginIn() {
        TokenStatus status = status();
        return status == null ? null : status.nextAttemptIn();
    }

    /** @return how long {@code salesforce-cc} has had its token; zero for the other component */
    public Duration tokenAge() {
        TokenStatus status = status();
        Duration age = status == null ? null : status.age();
        return age == null ? Duration.ZERO : age;
    }

    private @Nullable TokenStatus status() {
        return context.hasComponent(scheme) instanceof SalesforceCcComponent component
                ? component.login().status()
                : null;
    }

    @Override
    public void close() {
        try {
            ServiceHelper.stopService(producer);
            context.stop();
        } finally {
            org.close();
        }
    }
}
