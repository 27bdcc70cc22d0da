package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.internal.PayloadFormat;
import org.apache.camel.component.salesforce.internal.client.AbstractClientBase;
import org.apache.camel.component.salesforce.internal.client.RawClient;
import org.apache.camel.support.SimpleTypeConverter;
import org.apache.camel.support.service.ServiceHelper;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

/** What is thrown while a request is made ends its exchange, Errors included. */
@WithSalesforceSimulator
class ErrorsOfRequestsTest {

    private static final String RAW = "salesforce-cc:raw?rawMethod=POST&rawPath=/services/data/v62.0/sobjects/Account";

    /** Upstream waits when it stops for the requests that it takes for being under way. */
    @Test
    void requestWhenABodyCannotBeReadThenItIsNotUnderWayAnyMore(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestContexts.started(org)) {
            RawClient client = context.getComponent("salesforce-cc", SalesforceCcComponent.class)
                    .createRawClientFor(context.getEndpoint(RAW, SalesforceCcEndpoint.class));
            ServiceHelper.startService(client);
            CompletableFuture<SalesforceException> end = new CompletableFuture<>();

            client.makeRequest(
                    "POST",
                    "/services/data/v62.0/sobjects/Account",
                    PayloadFormat.JSON,
                    new Unreadable(),
                    Map.of(),
                    (response, headers, failure) -> end.complete(failure));

            assertThat(end.get(30, TimeUnit.SECONDS)).rootCause().isInstanceOf(NoClassDefFoundError.class);
            // the client itself is one
            await().until(() -> underWay(client).getRegisteredParties() == 1);
            ServiceHelper.stopService(client);
        }
    }

    private static Phaser underWay(RawClient client) throws ReflectiveOperationException {
        Field field = AbstractClientBase.class.getDeclaredField("inflightRequests");
        field.setAccessible(true);
        return (Phaser) field.get(client);
    }

    private static final class Unreadable extends InputStream {

        @Override
        public int read() {
            throw new NoClassDefFoundError("thrown by a body");
        }
    }

    @Test
    void requestWhenItsMakingThrowsAnErrorAfterTheWaitForALoginThenTheExchangeFails(SalesforceSimulator org)
            throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setLazyLogin(true);
        try (CamelContext context = TestContexts.contextWith(component);
                FluentProducerTemplate template = context.createFluentProducerTemplate()) {
            context.start();
            prepare(context);
            org.faults().inject(FaultPoint.TOKEN_REQUEST, new Fault.Delay(Duration.ofMillis(500)), 1);

            Exchange exchange = template.to(RAW)
                    .withProcessor(ErrorsOfRequestsTest::fill)
                    .asyncSend()
                    .get(30, TimeUnit.SECONDS);

            assertThat(exchange.getException(NoClassDefFoundError.class)).isNotNull();
        }
    }

    @Test
    void requestWhenItsMakingThrowsAnErrorThenTheExchangeFailsAndItsHeadersAreThere(SalesforceSimulator org)
            throws Exception {
        try (CamelContext context = TestContexts.started(org);
                FluentProducerTemplate template = context.createFluentProducerTemplate()) {
            prepare(context);
            Exchange exchange =
                    template.to(RAW).withProcessor(ErrorsOfRequestsTest::fill).send();

            assertThat(exchange.getException(NoClassDefFoundError.class)).isNotNull();
            assertThat(exchange.getIn().getHeader("rawPath")).isEqualTo("not for upstream");
        }
    }

    private static void fill(Exchange exchange) {
        exchange.getIn().setHeader("rawPath", "not for upstream");
        exchange.getIn().setBody(new Unconvertible());
    }

    private static final class Unconvertible {}

    private static void prepare(CamelContext context) {
        context.getTypeConverterRegistry()
                .addTypeConverter(
                        InputStream.class,
                        Unconvertible.class,
                        new SimpleTypeConverter(false, (type, exchange, value) -> {
                            throw new NoClassDefFoundError("thrown by a converter");
                        }));
    }
}
