package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.TestHttps.LIMITS;
import static org.camelforce.salesforcecc.TestHttps.get;
import static org.camelforce.salesforcecc.TestHttps.statusOf;

import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

/** Which requests of {@code https} endpoints carry the token, and how long they wait for it. */
@WithSalesforceSimulator(settings = TestHttps.Tls.class)
class HttpTokenIT {

    private static final Duration LONGER = Duration.ofSeconds(2);

    @Test
    void httpsWhenComponentIsLoggedInThenSendsItsToken(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestHttps.started(org)) {
            Exchange answer = get(context, org.getLoginUrl() + LIMITS);

            assertThat(statusOf(answer)).isEqualTo(200);
            assertThat(answer.getMessage().getBody(String.class)).contains("DailyApiRequests");
            assertThat(org.tokenRequests()).isEqualTo(1);
        }
    }

    @Test
    void httpsWhenComponentLogsInLazilyThenItsLoginServesBothSides(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestHttps.component(org);
        component.setLazyLogin(true);
        try (CamelContext context = TestHttps.started(component)) {
            assertThat(org.tokenRequests()).isZero();

            assertThat(statusOf(get(context, org.getLoginUrl() + LIMITS))).isEqualTo(200);
            TestQueries.users(context, "salesforce-cc");
            assertThat(org.tokenRequests()).isEqualTo(1);
        }
    }

    @Test
    void httpsWhenRouteSetsAnAuthorizationThenTheTokenReplacesIt(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestHttps.started(org)) {
            Exchange answer = context.createProducerTemplate()
                    .request(TestHttps.endpoint(org.getLoginUrl() + LIMITS), exchange -> exchange.getIn()
                            .setHeader("Authorization", "Basic Zm9vOmJhcg=="));

            assertThat(statusOf(answer)).isEqualTo(200);
        }
    }

    @Test
    void httpsWhenComponentWasStoppedAndStartedThenSendsTheNewToken(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestHttps.component(org);
        try (CamelContext context = TestHttps.started(component)) {
            get(context, org.getLoginUrl() + LIMITS);
            component.stop();
            org.sessions().endAll();
            component.start();

            assertThat(statusOf(get(context, org.getLoginUrl() + LIMITS))).isEqualTo(200);
            assertThat(org.tokenRequests()).isEqualTo(2);
        }
    }

    @Test
    void r17HttpsWhenHostIsAnotherOneThenNoToken(SalesforceSimulator org) throws Exception {
        try (Elsewhere elsewhere = new Elsewhere();
                CamelContext context = TestHttps.started(org)) {
            assertThat(statusOf(get(context, elsewhere.url("/")))).isEqualTo(204);

            assertThat(elsewhere.authorizations()).containsExactly(Elsewhere.NO_HEADER);
        }
    }

    @Test
    void r17HttpsWhenOnlyThePortIsAnotherOneThenNoToken(SalesforceSimulator org) throws Exception {
        try (Elsewhere elsewhere = new Elsewhere();
                CamelContext context = TestHttps.started(org)) {
            get(context, elsewhere.url("/").replace("127.0.0.1", "localhost"));

            assertThat(elsewhere.authorizations()).containsExactly(Elsewhere.NO_HEADER);
        }
    }

    @Test
    void r17RedirectWhenItLeadsToAnotherHostThenNoToken(SalesforceSimulator org) throws Exception {
        try (Elsewhere elsewhere = new Elsewhere();
                CamelContext context = TestHttps.started(org)) {
            org.faults().inject(FaultPoint.REST_REQUEST, redirect(elsewhere.url("/there")), 1);

            Exchange answer = get(context, org.getLoginUrl() + LIMITS, "followRedirects=true");

            assertThat(statusOf(answer)).isEqualTo(204);
            assertThat(elsewhere.authorizations()).containsExactly(Elsewhere.NO_HEADER);
        }
    }

    @Test
    void r17RedirectWhenItLeadsBackToTheInstanceThenToken(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestHttps.started(org)) {
            org.faults().inject(FaultPoint.REST_REQUEST, redirect(org.getLoginUrl() + LIMITS + "?again"), 1);

            assertThat(statusOf(get(context, org.getLoginUrl() + LIMITS, "followRedirects=true")))
                    .isEqualTo(200);
        }
    }

    @Test
    void r9HttpsWhenLoginTakesLongerThanTheResponseTimeoutThenFailsInTime(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestHttps.component(org);
        component.setLazyLogin(true);
        try (CamelContext context = TestHttps.started(component)) {
            org.faults().inject(FaultPoint.TOKEN_REQUEST, new Fault.Delay(LONGER), 1);

            Exchange answer = get(context, org.getLoginUrl() + LIMITS, "responseTimeout=200");

            assertThat(answer.getException())
                    .isInstanceOf(LoginUnavailableException.class)
                    .hasMessageContaining("takes longer than its caller waits");
        }
    }

    @Test
    void r9HttpsWhenLoginTakesLongerThanTheComponentsTimeoutThenFailsInTime(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestHttps.component(org);
        component.setLazyLogin(true);
        component.setHttpRequestTimeout(200);
        try (CamelContext context = TestHttps.started(component)) {
            org.faults().inject(FaultPoint.TOKEN_REQUEST, new Fault.Delay(LONGER), 1);

            assertThat(get(context, org.getLoginUrl() + LIMITS).getException())
                    .isInstanceOf(LoginUnavailableException.class);
        }
    }

    @Test
    void r10HttpsWhenLoginIsDeniedThenExchangeFailsWithTheRemedy(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestHttps.started(org)) {
            org.app().setRunAsUsername(null);
            org.sessions().endAll();

            assertThat(get(context, org.getLoginUrl() + LIMITS).getException())
                    .isInstanceOfSatisfying(LoginDeniedException.class, failure -> assertThat(failure.reason())
                            .isEqualTo(DenialReason.NO_RUN_AS_USER));
        }
    }

    private static Fault redirect(String location) {
        return new Fault.Answer(302, "text/plain", "", "Location: " + location);
    }
}
