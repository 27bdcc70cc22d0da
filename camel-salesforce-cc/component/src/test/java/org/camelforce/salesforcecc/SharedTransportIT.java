package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.eclipse.jetty.client.HttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Components of one context share what their requests travel by, and nothing else. */
class SharedTransportIT {

    private static final String QUERY = "query?rawPayload=true&sObjectQuery=SELECT Id FROM User";

    private final SalesforceSimulator first = SalesforceSimulator.start();
    private final SalesforceSimulator second = SalesforceSimulator.start();
    private final CamelContext context = new DefaultCamelContext();
    private final SalesforceCcComponent one = TestContexts.component(first);
    private final SalesforceCcComponent other = TestContexts.component(second);

    @BeforeEach
    void start() {
        context.addComponent("one", one);
        context.addComponent("other", other);
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        first.close();
        second.close();
    }

    @Test
    void startWhenRequestsOfTwoComponentsTravelAlikeThenOneHttpClientAndOnePool() {
        startBoth();

        assertThat(TestContexts.httpClient(one)).isSameAs(TestContexts.httpClient(other));
        assertThat(one.connectionOrNull().workers())
                .isSameAs(other.connectionOrNull().workers());
    }

    @Test
    void startWhenAnOptionOfTheTransportDiffersThenTwoHttpClients() {
        other.setHttpClientIdleTimeout(20_000);
        startBoth();

        assertThat(TestContexts.httpClient(one)).isNotSameAs(TestContexts.httpClient(other));
    }

    @Test
    void requestWhenTheHttpClientIsSharedThenTheTokenOfItsOwnOrg() {
        startBoth();

        assertThat(call("one").getException()).isNull();
        assertThat(call("other").getException()).isNull();
        assertThat(TestContexts.token(one)).isNotEqualTo(TestContexts.token(other));
    }

    @Test
    void stopWhenOneComponentStopsThenTheOthersGoOnAndItsConnectionsAreClosed() {
        startBoth();
        call("one");
        call("other");

        one.stop();

        await().untilAsserted(() -> assertThat(first.openConnections()).isZero());
        assertThat(call("other").getException()).isNull();
        assertThat(TestContexts.httpClient(other).isStarted()).isTrue();
    }

    @Test
    void stopWhenARequestIsUnderWayThenItFailsAndTheOthersGoOn() throws Exception {
        startBoth();
        call("one");
        first.faults().inject(FaultPoint.REST_RESPONSE, new Fault.Delay(Duration.ofSeconds(60)), 1);
        try (FluentProducerTemplate template = context.createFluentProducerTemplate()) {
            Future<Exchange> waiting = template.to("one:" + QUERY).asyncSend();
            await().until(() -> first.requestLog().stream()
                            .filter(request -> request.path().contains("/query"))
                            .count()
                    == 2);

            one.stop();

            assertThat(waiting.get(30, TimeUnit.SECONDS).getException()).hasMessageContaining("stopping");
            assertThat(call("other").getException()).isNull();
        }
    }

    @Test
    void stopWhenTheLastComponentStopsThenTheHttpClientStops() {
        startBoth();
        HttpClient client = TestContexts.httpClient(one);

        one.stop();
        other.stop();

        assertThat(client.isStopped()).isTrue();
    }

    @Test
    void requestWhenAnotherOrgIsSlowThenItDoesNotWait() throws Exception {
        one.setHttpClientProperties(Map.of("maxConnectionsPerDestination", 1));
        other.setHttpClientProperties(Map.of("maxConnectionsPerDestination", 1));
        startBoth();
        call("one");
        call("other");
        first.faults().inject(FaultPoint.REST_RESPONSE, new Fault.Delay(Duration.ofSeconds(60)), 20);
        try (FluentProducerTemplate template = context.createFluentProducerTemplate()) {
            for (int i = 0; i < 20; i++) {
                template.to("one:" + QUERY).asyncSend();
            }

            assertThat(template.to("other:" + QUERY)
                            .asyncSend()
                            .get(30, TimeUnit.SECONDS)
                            .getException())
                    .isNull();
        }
    }

    private void startBoth() {
        context.start();
        one.start();
        other.start();
    }

    private Exchange call(String scheme) {
        return context.createProducerTemplate().request(scheme + ":" + QUERY, exchange -> {});
    }
}
