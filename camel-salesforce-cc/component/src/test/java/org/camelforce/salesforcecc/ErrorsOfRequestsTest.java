package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.support.SimpleTypeConverter;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

/** What is thrown while a request is made ends its exchange, Errors included. */
@WithSalesforceSimulator
class ErrorsOfRequestsTest {

    private static final String RAW = "salesforce-cc:raw?rawMethod=POST&rawPath=/services/data/v62.0/sobjects/Account";

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
