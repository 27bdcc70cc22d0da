package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.logging.log4j.Level;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.internal.request.EndedRequest;
import org.camelforce.salesforcecc.internal.request.RequestOutcome;
import org.camelforce.salesforcecc.internal.request.SlowRequestLog;
import org.camelforce.salesforcecc.observability.LogEvent;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.LogLines;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator
class SlowRequestLogTest {

    private static final String EVENT = LogEvent.REQUEST_SLOW.id();
    private static final ApiRequest REQUEST = new ApiRequest.Builder("query", "GET", "/query?q=SELECT+Secret__c")
            .sObjectName("Account")
            .build();

    private final AtomicLong nanos = new AtomicLong();
    private final SlowRequestLog log = new SlowRequestLog(1_000, nanos::get);

    @Test
    void requestWhenLongerThanTheOptionThenOneWarning(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setSlowRequestThreshold(100);
        org.faults().inject(FaultPoint.REST_REQUEST, new Fault.Delay(Duration.ofMillis(300)), 1);
        try (LogLines lines = LogLines.from(Level.WARN);
                CamelContext context = TestContexts.contextWith(component)) {
            context.start();
            TestQueries.users(context, "salesforce-cc");

            assertThat(lines.keysOf(EVENT)).singleElement().satisfies(keys -> {
                assertThat(keys)
                        .containsEntry("operation", "query")
                        .containsEntry("outcome", "success")
                        .containsEntry("status", "200")
                        .containsEntry("unlogged", "0");
                assertThat(Long.parseLong(keys.get("ms"))).isGreaterThanOrEqualTo(300);
            });
        }
    }

    @Test
    void requestWhenTheOptionIsZeroThenNoLine(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setSlowRequestThreshold(0);
        org.faults().inject(FaultPoint.REST_REQUEST, new Fault.Delay(Duration.ofMillis(300)), 1);
        try (LogLines lines = LogLines.from(Level.WARN);
                CamelContext context = TestContexts.contextWith(component)) {
            context.start();
            TestQueries.users(context, "salesforce-cc");

            assertThat(lines.keysOf(EVENT)).isEmpty();
        }
    }

    @Test
    void endedWhenAsLongAsAllowedThenNoLine() {
        try (LogLines lines = LogLines.from(Level.WARN)) {
            log.ended(took(1_000));

            assertThat(lines.keysOf(EVENT)).isEmpty();
        }
    }

    @Test
    void endedWhenLoggedThenNeitherUrlNorQuery() {
        try (LogLines lines = LogLines.from(Level.WARN)) {
            log.ended(took(1_001));

            assertThat(lines.with("slowRequestThreshold"))
                    .singleElement()
                    .asString()
                    .startsWith("WARN ")
                    .contains("query", "Account", "1001 ms", "success", "200")
                    .doesNotContain("SELECT", "Secret__c", "/query");
        }
    }

    @Test
    void endedWhenThereAreManyThenTenLinesAMinuteAndTheNumberOfTheOthers() {
        try (LogLines lines = LogLines.from(Level.WARN)) {
            IntStream.range(0, 25).forEach(i -> log.ended(took(2_000)));
            assertThat(lines.keysOf(EVENT)).hasSize(10);

            nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
            log.ended(took(2_000));

            assertThat(lines.keysOf(EVENT)).hasSize(11).last().satisfies(keys -> assertThat(keys)
                    .containsEntry("unlogged", "15"));
        }
    }

    @Test
    void endedWhenAHeaderChoseSomethingThatIsNoNameThenItIsNotLogged() {
        ApiRequest request = new ApiRequest.Builder("query", "GET", "/query")
                .sObjectName("Account\nFATAL everything is lost")
                .build();
        try (LogLines lines = LogLines.from(Level.WARN)) {
            log.ended(new EndedRequest(request, RequestOutcome.SUCCESS, 200, Duration.ofSeconds(2), 0, 0, null));

            assertThat(lines.keysOf(EVENT)).singleElement().satisfies(keys -> assertThat(keys)
                    .containsEntry("object", "other"));
        }
    }

    private static EndedRequest took(long millis) {
        return new EndedRequest(REQUEST, RequestOutcome.SUCCESS, 200, Duration.ofMillis(millis), 0, 10, null);
    }
}
