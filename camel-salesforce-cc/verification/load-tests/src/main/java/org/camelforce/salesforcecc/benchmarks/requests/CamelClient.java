package org.camelforce.salesforcecc.benchmarks.requests;

import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.service.ServiceHelper;
import org.camelforce.salesforcecc.SalesforceCcComponent;

/** An endpoint of one of the components. */
final class CamelClient implements Client {

    private final RequestCase request;
    private final CamelContext context = new DefaultCamelContext();
    private final Endpoint endpoint;
    private final AsyncProducer producer;

    private CamelClient(RequestCase request, String scheme, SalesforceComponent component, String url)
            throws Exception {
        this.request = request;
        component.setLoginUrl(url);
        component.setClientId("key");
        component.setClientSecret("secret");
        component.setPackages(Account.class.getPackageName());
        context.addComponent(scheme, component);
        context.start();
        endpoint = context.getEndpoint(scheme + ":" + request.endpoint());
        producer = endpoint.createAsyncProducer();
        ServiceHelper.startService(producer);
    }

    static CamelClient salesforceCc(RequestCase request, String url) throws Exception {
        return new CamelClient(request, "salesforce-cc", new SalesforceCcComponent(), url);
    }

    static CamelClient salesforce(RequestCase request, String url) throws Exception {
        SalesforceComponent component = new SalesforceComponent();
        component.setAuthenticationType(AuthenticationType.CLIENT_CREDENTIALS);
        return new CamelClient(request, "salesforce", component, url);
    }

    @Override
    public void call() throws Exception {
        Exchange exchange = endpoint.createExchange();
        // a record of its own, as in a route
        exchange.getIn().setBody(request.body());
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        producer.process(exchange, done::complete);
        done.get();
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        if (request.read(exchange) == null) {
            throw new IllegalStateException("There is no body");
        }
    }

    @Override
    public void close() {
        ServiceHelper.stopService(producer);
        context.stop();
    }
}
