package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.oauth.Sessions.TokenIssue;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Concurrent exchanges at the end of a session, side by side with upstream's component. */
@WithSalesforceSimulator
class SingleFlightIT {

    private static final int EXCHANGES = 64;
    private static final Duration LOGIN_TAKES = Duration.ofMillis(300);
    private static final Duration QUERY_TAKES = Duration.ofMillis(10);

    @ParameterizedTest
    @EnumSource(TokenIssue.class)
    void r9QueryWhen64ExchangesMeetTheEndOfAllSessionsThenOneLoginAndNoFailure(
            TokenIssue issue, SalesforceSimulator org) throws Exception {
        Outcome ours = run(org, issue, "salesforce-cc", TestContexts.component(org));

        assertThat(ours).isEqualTo(new Outcome(1, 0));
    }

    @ParameterizedTest
    @CsvSource({"FRESH_EACH_TIME", "FRESH_ENDS_OLDER"})
    void queryWhen64ExchangesMeetTheEndOfAllSessionsThenUpstreamLogsInForEach(TokenIssue issue, SalesforceSimulator org)
            throws Exception {
        Outcome upstream = run(org, issue, "salesforce", TestContexts.upstream(org));
        Outcome ours = run(org, issue, "salesforce-cc", TestContexts.component(org));

        System.out.printf(
                "64 queries after the end of all sessions, %s: salesforce %d token POSTs, %d failed;"
                        + " salesforce-cc %d token POST, %d failed%n",
                issue, upstream.tokenPosts(), upstream.failed(), ours.tokenPosts(), ours.failed());
        assertThat(upstream.tokenPosts()).isGreaterThan(EXCHANGES / 8);
        assertThat(ours).isEqualTo(new Outcome(1, 0));
    }

    /** Guards what replaces parts of camel-salesforce: every upgrade of Camel has to pass it. */
    @Tag("compatibility")
    @Test
    void queryWhen50Concurrent401sThenOneLoginAndNoFailedExchange(SalesforceSimulator org) throws Exception {
        assertThat(run(org, TokenIssue.FRESH_ENDS_OLDER, "salesforce-cc", TestContexts.component(org), 50))
                .isEqualTo(new Outcome(1, 0));
    }

    private static Outcome run(SalesforceSimulator org, TokenIssue issue, String scheme, Component component)
            throws Exception {
        return run(org, issue, scheme, component, EXCHANGES);
    }

    private static Outcome run(
            SalesforceSimulator org, TokenIssue issue, String scheme, Component component, int exchanges)
            throws Exception {
        org.sessions().setTokenIssue(issue);
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent(scheme, component);
            context.start();
            ProducerTemplate template = context.createProducerTemplate();
            query(template, scheme);

            org.sessions().endAll();
            long before = org.tokenRequests();
            org.faults().inject(FaultPoint.REST_REQUEST, new Fault.Delay(QUERY_TAKES), exchanges);
            org.faults().inject(FaultPoint.TOKEN_REQUEST, new Fault.Delay(LOGIN_TAKES), exchanges);
            int failed = failedOf(template, scheme, exchanges);
            org.faults().clear();
            return new Outcome(org.tokenRequests() - before, failed);
        }
    }

    private static int failedOf(ProducerTemplate template, String scheme, int exchanges) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(exchanges);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Exchange>> answers = new ArrayList<>();
            for (int i = 0; i < exchanges; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return query(template, scheme);
                }));
            }
            start.countDown();
            int failed = 0;
            for (Future<Exchange> answer : answers) {
                failed += answer.get().isFailed() ? 1 : 0;
            }
            return failed;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Exchange query(ProducerTemplate template, String scheme) {
        return template.request(
                scheme + ":query?rawPayload=true", exchange -> exchange.getIn().setBody("SELECT Id FROM User"));
    }

    private record Outcome(long tokenPosts, int failed) {}
}
