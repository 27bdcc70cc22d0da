package org.camelforce.salesforcecc.internal.operation;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.SalesforceCcEndpoint;
import org.camelforce.salesforcecc.internal.producer.OperationCatalogue;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/** Makes requests of exchanges, in a context that is not started. */
final class RequestMaker implements AutoCloseable {

    private final CamelContext context = new DefaultCamelContext();

    RequestMaker() {
        context.addComponent("salesforce-cc", new SalesforceCcComponent());
    }

    ApiRequest request(String endpoint, Map<String, Object> headers, @Nullable Object body) throws SalesforceException {
        return operation(endpoint).request(parameters(endpoint, headers, body));
    }

    Operation operation(String endpoint) {
        Operation operation = OperationCatalogue.of(endpoint(endpoint).getOperationName());
        if (operation == null) {
            throw new IllegalArgumentException("No operation of ours: " + endpoint);
        }
        return operation;
    }

    OperationParameters parameters(String endpoint, Map<String, Object> headers, @Nullable Object body) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getIn().getHeaders().putAll(headers);
        exchange.getIn().setBody(body);
        SalesforceCcEndpoint at = endpoint(endpoint);
        StreamOptions streams =
                new StreamOptions(at.isStreaming(), at.isStreamQueryReadAhead(), at.getMaxBufferedUpload());
        return new OperationParameters(new OperationSettings(at, Map::of, false, streams), exchange);
    }

    private SalesforceCcEndpoint endpoint(String endpoint) {
        return context.getEndpoint("salesforce-cc:" + endpoint, SalesforceCcEndpoint.class);
    }

    @Override
    public void close() throws Exception {
        context.close();
    }
}
