package org.camelforce.salesforcecc.benchmarks.tokenpath;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.service.ServiceHelper;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.token.SalesforceLogin;
import org.camelforce.salesforcecc.token.TokenPolicy;

/**
 * Measures what the component does with its token. Uses the component's API and that of Camel's Salesforce component
 * only, so that it runs with every version of the component.
 */
public final class TokenPath implements AutoCloseable {

    private static final int CALLERS = 8;
    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final int MAX_LOGINS_PER_SLICE = 20;
    private static final int LOGIN_BURST = 3_600;

    private final CamelContext context = new DefaultCamelContext();
    private final TokenServer server = new TokenServer();
    private final Endpoint endpoint;
    private final AsyncProducer producer;
    private final SalesforceLogin login;

    /** @throws Exception if the component does not start */
    public TokenPath() throws Exception {
        TokenPolicy policy = new TokenPolicy();
        policy.setLoginBurst(LOGIN_BURST);
        policy.setIntrospection(false);
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(server.loginUrl());
        component.setClientId("key");
        component.setClientSecret("secret");
        component.setTokenPolicy(policy);
        context.addComponent("salesforce-cc", component);
        context.start();
        endpoint = context.getEndpoint("salesforce-cc:raw?rawMethod=GET&rawPath=/services/data/v62.0/limits");
        producer = endpoint.createAsyncProducer();
        ServiceHelper.startService(producer);
        login = component.login();
    }

    /**
     * Measures everything, one after the other.
     *
     * @param warmUp how long each is done before, about
     * @param slices how many slices of each are measured
     * @param slice how long a slice is, about
     * @param ticker nanoseconds
     * @return nanoseconds by what was done
     * @throws Exception if a call fails
     */
    public Map<String, Double> measure(Duration warmUp, int slices, Duration slice, LongSupplier ticker)
            throws Exception {
        CallTimer timer = new CallTimer(warmUp, slices, slice, ticker);
        Map<String, Double> nanos = new LinkedHashMap<>();
        nanos.put("request", timer.nanos(1, UNLIMITED, this::request));
        nanos.put("request, " + CALLERS + " callers", timer.nanos(CALLERS, UNLIMITED, this::request));
        nanos.put("renewal", timer.nanos(1, MAX_LOGINS_PER_SLICE, () -> login.renewNow()
                .get()));
        nanos.put("request whose token is rejected", timer.nanos(1, MAX_LOGINS_PER_SLICE, () -> {
            server.endSession();
            request();
        }));
        return nanos;
    }

    @Override
    public void close() {
        try {
            ServiceHelper.stopService(producer);
            context.stop();
        } finally {
            server.close();
        }
    }

    private void request() throws Exception {
        Exchange exchange = endpoint.createExchange();
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        producer.process(exchange, done::complete);
        done.get();
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
    }
}
