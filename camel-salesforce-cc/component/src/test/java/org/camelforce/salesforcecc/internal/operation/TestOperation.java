package org.camelforce.salesforcecc.internal.operation;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.SalesforceCcEndpoint;
import org.camelforce.salesforcecc.internal.request.AnswerBody;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.internal.request.BytesBody;
import org.eclipse.jetty.http.HttpFields;

/** Makes requests of exchanges, and reads answers, without an org and without a context that runs. */
public final class TestOperation {

    private final Operation operation;
    private final OperationSettings settings;
    private final Exchange exchange;

    private TestOperation(Operation operation, OperationSettings settings, Exchange exchange) {
        this.operation = operation;
        this.settings = settings;
        this.exchange = exchange;
    }

    /** An exchange at an endpoint such as {@code raw?rawMethod=GET}, with the classes of records in reach. */
    public static TestOperation at(String endpoint, Operation operation, Class<?>... dtoClasses) {
        CamelContext context = new DefaultCamelContext();
        context.addComponent("salesforce-cc", new SalesforceCcComponent());
        Map<String, Class<?>> classes = new LinkedHashMap<>();
        List.of(dtoClasses).forEach(type -> classes.put(type.getSimpleName(), type));
        SalesforceCcEndpoint resolved = context.getEndpoint("salesforce-cc:" + endpoint, SalesforceCcEndpoint.class);
        return new TestOperation(
                operation,
                new OperationSettings(
                        resolved,
                        () -> classes,
                        false,
                        new StreamOptions(
                                resolved.isStreaming(),
                                resolved.isStreamQueryReadAhead(),
                                resolved.getMaxBufferedUpload())),
                new DefaultExchange(context));
    }

    public TestOperation header(String name, Object value) {
        exchange.getIn().setHeader(name, value);
        return this;
    }

    public TestOperation body(Object body) {
        exchange.getIn().setBody(body);
        return this;
    }

    public OperationSettings settings() {
        return settings;
    }

    public ApiRequest request() throws SalesforceException {
        return operation.request(parameters());
    }

    /** Method and target. */
    public String line() throws SalesforceException {
        ApiRequest request = request();
        return request.method() + " " + request.target();
    }

    /** The body that is sent, null for none. */
    public String sent() throws SalesforceException {
        return request().body() instanceof BytesBody body ? new String(body.bytes(), StandardCharsets.UTF_8) : null;
    }

    public Object result(int status, String answer) throws Exception {
        return operation.result(answer(status, answer), parameters());
    }

    public SalesforceException failure(int status, String answer) throws Exception {
        return operation.failure(answer(status, answer), parameters());
    }

    private ApiAnswer answer(int status, String body) throws SalesforceException {
        return new ApiAnswer(
                request(),
                status,
                null,
                HttpFields.EMPTY,
                body.isEmpty() ? null : new AnswerBody(body.getBytes(StandardCharsets.UTF_8)));
    }

    private OperationParameters parameters() {
        return new OperationParameters(settings, exchange);
    }
}
