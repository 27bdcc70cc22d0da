package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.TestHttps.ACCOUNTS;
import static org.camelforce.salesforcecc.TestHttps.LIMITS;
import static org.camelforce.salesforcecc.TestHttps.SESSION_INVALID;
import static org.camelforce.salesforcecc.TestHttps.get;
import static org.camelforce.salesforcecc.TestHttps.post;
import static org.camelforce.salesforcecc.TestHttps.statusOf;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.oauth.Sessions.TokenIssue;
import org.camelforce.salesforcecc.simulator.request.RecordedRequest;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.junit.jupiter.api.Test;

/** What becomes of a request of an {@code https} endpoint whose token is rejected. */
@WithSalesforceSimulator(settings = TestHttps.Tls.class)
class HttpRejectedTokenTest {

    private static final byte[] ACCOUNT = "{\"Name\":\"Acme\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void r9RenewalWhenHttpsMadeItThenSalesforceCcUsesIt(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestHttps.started(org)) {
            org.sessions().endAll();

            assertThat(statusOf(get(context, org.getLoginUrl() + LIMITS))).isEqualTo(200);
            assertThat(TestQueries.users(context, "salesforce-cc")).contains("integration@simulator.example");
            assertThat(org.tokenRequests()).isEqualTo(2);
            assertThat(rejections(org)).isEqualTo(1);
        }
    }

    @Test
    void r9RenewalWhenSalesforceCcMadeItThenHttpsUsesIt(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestHttps.started(org)) {
            get(context, org.getLoginUrl() + LIMITS);
            org.sessions().endAll();

            TestQueries.users(context, "salesforce-cc");
            assertThat(statusOf(get(context, org.getLoginUrl() + LIMITS))).isEqualTo(200);
            assertThat(org.tokenRequests()).isEqualTo(2);
            assertThat(rejections(org)).isEqualTo(1);
        }
    }

    @Test
    void r8UserInfoWhenSessionEndedThenSentAgain(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestHttps.started(org)) {
            org.sessions().endAll();

            Exchange answer = get(context, org.getLoginUrl() + "/services/oauth2/userinfo");

            assertThat(statusOf(answer)).isEqualTo(200);
            assertThat(answer.getMessage().getBody(String.class)).contains("integration@simulator.example");
            assertThat(org.tokenRequests()).isEqualTo(2);
        }
    }

    @Test
    void r8PostWhenSessionEndedThenSentAgainWhole(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestHttps.started(org)) {
            org.sessions().endAll();

            assertThat(statusOf(post(context, org.getLoginUrl() + ACCOUNTS, ACCOUNT)))
                    .isEqualTo(201);
            assertThat(accounts(org)).containsExactly("Acme");
        }
    }

    @Test
    void r8PostWhenBodyIsACachedStreamThenSentAgainWhole(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestHttps.started(org)) {
            org.sessions().endAll();

            assertThat(statusOf(post(context, org.getLoginUrl() + ACCOUNTS, new InputStreamCache(ACCOUNT))))
                    .isEqualTo(201);
            assertThat(accounts(org)).containsExactly("Acme");
        }
    }

    @Test
    void r8PostWhenBodyCannotBeReadAgainThenFailsAndSaysWhy(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestHttps.started(org)) {
            org.sessions().endAll();

            Exchange answer = post(context, org.getLoginUrl() + ACCOUNTS, new ByteArrayInputStream(ACCOUNT));

            assertThat(answer.getException())
                    .isInstanceOf(SalesforceException.class)
                    .hasMessageContaining("the body can be read only once");
            assertThat(accounts(org)).isEmpty();
            assertThat(requests(org, ACCOUNTS)).isEqualTo(1);
            assertThat(statusOf(get(context, org.getLoginUrl() + LIMITS))).isEqualTo(200);
            assertThat(org.tokenRequests()).isEqualTo(2);
        }
    }

    @Test
    void r8GetWhenReplayIsRejectedTooThenTheCallerGetsTheAnswerAfterOneLogin(SalesforceSimulator org) throws Exception {
        org.sessions().setTokenIssue(TokenIssue.FRESH_EACH_TIME);
        try (CamelContext context = TestHttps.started(org)) {
            org.faults().inject(FaultPoint.REST_REQUEST, SESSION_INVALID, 2);

            Exchange answer = get(context, org.getLoginUrl() + LIMITS);

            assertThat(answer.getException())
                    .isInstanceOfSatisfying(
                            HttpOperationFailedException.class,
                            failure -> assertThat(failure.getResponseBody()).contains("INVALID_SESSION_ID"));
            assertThat(statusOf(answer)).isEqualTo(401);
            assertThat(org.tokenRequests()).isEqualTo(2);
            assertThat(requests(org, LIMITS)).isEqualTo(2);
        }
    }

    @Test
    void r6GetWhenLoginReturnsTheRejectedTokenThenOneReplayAndATypedError(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestHttps.started(org)) {
            org.faults().inject(FaultPoint.REST_REQUEST, SESSION_INVALID, 100);

            Exchange answer = get(context, org.getLoginUrl() + LIMITS);

            assertThat(answer.getException())
                    .isInstanceOf(LoginException.class)
                    .hasMessageContaining("returned the same one at the next login");
            assertThat(org.tokenRequests()).isEqualTo(2);
            assertThat(requests(org, LIMITS)).isEqualTo(2);
        }
    }

    @Test
    void r8GetWhen401IsNotAboutTheSessionThenTheCallerGetsItWhole(SalesforceSimulator org) throws Exception {
        String expired = "[{\"message\":\"expired\",\"errorCode\":\"INVALID_OPERATION_WITH_EXPIRED_PASSWORD\"}]";
        try (CamelContext context = TestHttps.started(org)) {
            org.faults().inject(FaultPoint.REST_REQUEST, new Fault.Answer(401, "application/json", expired), 1);

            assertThat(get(context, org.getLoginUrl() + LIMITS).getException())
                    .isInstanceOfSatisfying(
                            HttpOperationFailedException.class,
                            failure -> assertThat(failure.getResponseBody()).isEqualTo(expired));
            assertThat(org.tokenRequests()).isEqualTo(1);
        }
    }

    @Test
    void r8GetWhenLoginReturnsAnotherInstanceThenReplayAndNextRequestsGoThere(SalesforceSimulator org)
            throws Exception {
        try (SalesforceSimulator other = SalesforceSimulator.builder()
                        .orgId(org.org().id())
                        .runAsUsername("moved@simulator.example")
                        .tls(TestTls.server())
                        .start();
                CamelContext context = TestHttps.started(org)) {
            get(context, org.getLoginUrl() + LIMITS);
            moveTo(other, org);

            assertThat(userInfo(context, org)).contains("moved@simulator.example");
            assertThat(userInfo(context, org)).contains("moved@simulator.example");
            assertThat(org.tokenRequests()).isEqualTo(2);
            assertThat(requests(org, "/services/oauth2/userinfo")).isEqualTo(1);
        }
    }

    @Test
    void r9BothSidesWhen50ConcurrentExchangesMeetTheEndOfTheSessionThenOneLogin(SalesforceSimulator org)
            throws Exception {
        org.sessions().setTokenIssue(TokenIssue.FRESH_ENDS_OLDER);
        try (CamelContext context = TestHttps.started(org)) {
            get(context, org.getLoginUrl() + LIMITS);
            org.sessions().endAll();
            org.faults().inject(FaultPoint.REST_REQUEST, new Fault.Delay(Duration.ofMillis(10)), 50);
            org.faults().inject(FaultPoint.TOKEN_REQUEST, new Fault.Delay(Duration.ofMillis(300)), 50);

            List<Exchange> answers = concurrently(
                    50,
                    i -> i % 2 == 0
                            ? get(context, org.getLoginUrl() + LIMITS)
                            : context.createProducerTemplate()
                                    .request("salesforce-cc:query?rawPayload=true", exchange -> exchange.getIn()
                                            .setBody("SELECT Id FROM User")));

            assertThat(answers).extracting(Exchange::getException).containsOnlyNulls();
            assertThat(org.tokenRequests()).isEqualTo(2);
            assertThat(rejections(org)).isGreaterThan(1);
        }
    }

    private static void moveTo(SalesforceSimulator other, SalesforceSimulator org) {
        TestHttps.loginEndsAt(other, org);
        org.sessions().endAll();
    }

    private static String userInfo(CamelContext context, SalesforceSimulator org) {
        Exchange answer = get(context, org.getLoginUrl() + "/services/oauth2/userinfo");
        assertThat(statusOf(answer)).isEqualTo(200);
        return answer.getMessage().getBody(String.class);
    }

    private static List<Exchange> concurrently(int exchanges, Call call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(exchanges);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Exchange>> answers = new ArrayList<>();
            for (int i = 0; i < exchanges; i++) {
                int number = i;
                answers.add(threads.submit(() -> {
                    start.await();
                    return call.send(number);
                }));
            }
            start.countDown();
            List<Exchange> answered = new ArrayList<>();
            for (Future<Exchange> answer : answers) {
                answered.add(answer.get());
            }
            return answered;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> accounts(SalesforceSimulator org) {
        return org.records().query("SELECT Name FROM Account").stream()
                .map(row -> row.get("Name").asText())
                .toList();
    }

    private static long requests(SalesforceSimulator org, String path) {
        return org.requestLog().stream()
                .filter(request -> request.path().equals(path))
                .count();
    }

    private static long rejections(SalesforceSimulator org) {
        return org.requestLog().stream()
                .map(RecordedRequest::status)
                .filter(status -> status == 401)
                .count();
    }

    private interface Call {

        Exchange send(int number);
    }
}
