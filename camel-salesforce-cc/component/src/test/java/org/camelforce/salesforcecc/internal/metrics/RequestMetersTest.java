package org.camelforce.salesforcecc.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.observability.SalesforceCcMeter;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The meters of requests, as callers see these. */
@WithSalesforceSimulator
class RequestMetersTest {

    private static final String QUERY = "salesforce-cc:query?rawPayload=true";
    private static final String SOQL = "SELECT Id FROM User";
    private static final String CREATE = "salesforce-cc:createSObject?rawPayload=true&sObjectName=Account";
    private static final String ACCOUNT = "{\"Name\":\"Acme\"}";
    private static final String RESULTS =
            "salesforce-cc:bulk2GetQueryJobResults?rawPayload=true&jobId=750000000000001AAA";
    private static final String CSV = "Id\n001000000000001AAA\n";
    private static final Fault.Answer DOWN = new Fault.Answer(503, "text/plain", "maintenance");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SalesforceCcComponent component = new SalesforceCcComponent();
    private final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start(SalesforceSimulator org) {
        component.setLoginUrl(org.getLoginUrl());
        component.setClientId(org.getClientId());
        component.setClientSecret(org.getClientSecret());
        component.getTokenPolicy().setMaxLoginAttempts(1);
        component.getTokenPolicy().setDeniedBackoff(Duration.ofMinutes(5));
        context.getRegistry().bind("meters", registry);
        context.addComponent("salesforce-cc", component);
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void requestWhenItSucceedsThenTimed() {
        request(CREATE, ACCOUNT);

        assertThat(timers()).containsExactly("salesforce-cc createSObject Account success 1");
    }

    @Test
    void requestWhenItTakesTimeThenTheTimeOfTheCaller(SalesforceSimulator org) {
        org.faults().inject(FaultPoint.REST_REQUEST, new Fault.Delay(Duration.ofMillis(200)), 1);
        request(QUERY, SOQL);

        assertThat(onlyTimer().totalTime(TimeUnit.MILLISECONDS)).isBetween(200.0, 30_000.0);
    }

    @Test
    void requestWhenItHasABodyThenTheBytesOfBothBodies() {
        Exchange answered = request(CREATE, ACCOUNT);

        assertThat(size(SalesforceCcMeter.REQUEST_SENT).totalAmount()).isEqualTo(ACCOUNT.length());
        assertThat(size(SalesforceCcMeter.REQUEST_RECEIVED).totalAmount())
                .isEqualTo(answered.getMessage().getBody(String.class).length());
    }

    @Test
    void requestWhenItHasNoBodyThenNothingIsSent() {
        request(QUERY, SOQL);

        assertThat(registry.find(SalesforceCcMeter.REQUEST_SENT.id()).meters()).isEmpty();
        assertThat(size(SalesforceCcMeter.REQUEST_RECEIVED).count()).isEqualTo(1);
    }

    @Test
    void requestWhenTheRecordIsMissingThenRejected() {
        request("salesforce-cc:getSObject?rawPayload=true&sObjectName=Account&sObjectId=001000000000001AAA", "");

        assertThat(timers()).containsExactly("salesforce-cc getSObject Account rejected 1");
    }

    @Test
    void requestWhenSalesforceIsDownThenUnavailable(SalesforceSimulator org) {
        org.faults().inject(FaultPoint.REST_REQUEST, DOWN, 1);
        request(QUERY, SOQL);

        assertThat(timers()).containsExactly("salesforce-cc query none unavailable 1");
    }

    @Test
    void requestWhenTheConnectionIsClosedThenNoAnswer(SalesforceSimulator org) {
        org.faults().inject(FaultPoint.REST_REQUEST, new Fault.DropConnection(), 5);
        request(CREATE, ACCOUNT);

        assertThat(timers()).containsExactly("salesforce-cc createSObject Account no_answer 1");
        assertThat(registry.find(SalesforceCcMeter.REQUEST_RECEIVED.id()).meters())
                .isEmpty();
    }

    @Test
    void requestWhenThereIsNoTokenThenNoLogin(SalesforceSimulator org) {
        org.app().setConsumer(new ConsumerDetails(org.getClientId(), "F".repeat(64)));
        component.login().forget();
        request(QUERY, SOQL);

        assertThat(timers()).containsExactly("salesforce-cc query none no_login 1");
    }

    @Test
    void requestWhenItIsReplayedThenCountedOnceAndItsBodyTwice(SalesforceSimulator org) {
        org.sessions().endAll();
        request(CREATE, ACCOUNT);

        assertThat(timers()).containsExactly("salesforce-cc createSObject Account success 1");
        assertThat(size(SalesforceCcMeter.REQUEST_SENT).totalAmount()).isEqualTo(2 * ACCOUNT.length());
    }

    @Test
    void requestWhenItIsRetriedThenCountedOnceAndEachRetryByItsReason(SalesforceSimulator org) {
        org.faults().inject(FaultPoint.REST_REQUEST, DOWN, 2);
        request(QUERY + "&maxRequestAttempts=3&requestBackoff=1", SOQL);

        assertThat(timers()).containsExactly("salesforce-cc query none success 1");
        assertThat(retries("unavailable")).isEqualTo(2);
        assertThat(retries("no_answer")).isZero();
    }

    @Test
    void requestWhenItsObjectsAreManyThenTheirNumberIsLimited() {
        for (int i = 0; i < 110; i++) {
            request("salesforce-cc:getBasicInfo?rawPayload=true", "", Map.of("CamelSalesforceSObjectName", "No" + i));
        }

        assertThat(timers()).hasSize(101).contains("salesforce-cc getBasicInfo other rejected 10");
    }

    @Test
    void streamWhenItIsReadThenCountedAtItsEndWithItsBytes(SalesforceSimulator org) throws Exception {
        org.faults().inject(FaultPoint.REST_REQUEST, new Fault.Answer(200, "text/csv", CSV), 1);
        Exchange answered = request(RESULTS, "");
        try (InputStream body = answered.getMessage().getBody(InputStream.class)) {
            assertThat(body.readAllBytes()).hasSize(CSV.length());
        }

        await().untilAsserted(() ->
                assertThat(timers()).containsExactly("salesforce-cc bulk2GetQueryJobResults none success 1"));
        await().untilAsserted(() -> assertThat(
                        size(SalesforceCcMeter.REQUEST_RECEIVED).totalAmount())
                .isEqualTo(CSV.length()));
    }

    @Test
    void metersWhenTheComponentStopsThenNoneIsLeft() {
        request(CREATE, ACCOUNT);
        component.stop();

        assertThat(registry.getMeters()).isEmpty();
    }

    private Exchange request(String uri, String body) {
        return request(uri, body, Map.of());
    }

    private Exchange request(String uri, String body, Map<String, Object> headers) {
        return context.createProducerTemplate().request(uri, exchange -> {
            exchange.getIn().setBody(body.getBytes(StandardCharsets.UTF_8));
            exchange.getIn().setHeaders(new HashMap<>(headers));
        });
    }

    private double retries(String reason) {
        return registry.get(SalesforceCcMeter.REQUEST_RETRIES.id())
                .tag("reason", reason)
                .counter()
                .count();
    }

    private List<String> timers() {
        return registry.find(SalesforceCcMeter.REQUEST_DURATION.id()).timers().stream()
                .map(timer -> String.join(
                        " ",
                        tag(timer, "component"),
                        tag(timer, "operation"),
                        tag(timer, "object"),
                        tag(timer, "outcome"),
                        String.valueOf(timer.count())))
                .toList();
    }

    private Timer onlyTimer() {
        return registry.get(SalesforceCcMeter.REQUEST_DURATION.id()).timer();
    }

    private DistributionSummary size(SalesforceCcMeter meter) {
        return registry.get(meter.id()).summary();
    }

    private static String tag(Timer timer, String key) {
        return String.valueOf(timer.getId().getTag(key));
    }
}
