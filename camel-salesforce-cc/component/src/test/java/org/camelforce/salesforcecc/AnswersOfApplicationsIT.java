package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.TestHttps.get;
import static org.camelforce.salesforcecc.TestHttps.post;
import static org.camelforce.salesforcecc.TestHttps.statusOf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.oauth.Sessions.TokenIssue;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

/** A 401 counts as a rejected token only if it says so, and no answer is hidden by a login that is not made (R20). */
@WithSalesforceSimulator(settings = TestHttps.Tls.class)
class AnswersOfApplicationsIT {

    private static final String APEX = "/services/apexrest/orders";
    private static final Fault DENIED = new Fault.Answer(401, "application/json", "{\"status\":\"denied\"}");

    @Test
    void r20ApexCallWhenTheClassAnswers401ThenOneRequestAndNoLogin(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestHttps.started(org)) {
            org.faults().inject(FaultPoint.REST_REQUEST, DENIED, 100);

            Exchange answer = apexCall(context);

            assertThat(answer.getException()).isInstanceOfSatisfying(SalesforceException.class, failure -> {
                assertThat(failure.getStatusCode()).isEqualTo(401);
                assertThat(text(failure.getResponseContent())).contains("denied");
            });
            assertThat(requests(org)).isEqualTo(1);
            assertThat(org.tokenRequests()).isEqualTo(1);
        }
    }

    @Test
    void r20HttpsWhenAnApexClassAnswers401ThenOneRequestAndNoLogin(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestHttps.started(org)) {
            org.faults().inject(FaultPoint.REST_REQUEST, DENIED, 100);

            Exchange answer = post(context, org.getLoginUrl() + APEX, "{}");

            assertThat(statusOf(answer)).isEqualTo(401);
            assertThat(((HttpOperationFailedException) answer.getException()).getResponseBody())
                    .isEqualTo("{\"status\":\"denied\"}");
            assertThat(requests(org)).isEqualTo(1);
            assertThat(org.tokenRequests()).isEqualTo(1);
        }
    }

    /** Each exchange used to cost two logins, until the budget hid the answers. */
    @Test
    void r20ApexCallWhenEveryTokenIsRejectedAtOnceThenTheAnswersComeAndLoginsAreFew(SalesforceSimulator org)
            throws Exception {
        org.sessions().setTokenIssue(TokenIssue.FRESH_EACH_TIME);
        try (CamelContext context = TestHttps.started(org)) {
            org.faults().inject(FaultPoint.REST_REQUEST, TestHttps.SESSION_INVALID, 100);

            for (int exchange = 0; exchange < 20; exchange++) {
                assertRefusedBySalesforce(apexCall(context).getException());
            }

            assertThat(org.tokenRequests()).isBetween(2L, 5L);
        }
    }

    @Test
    void r20HttpsWhenEveryTokenIsRejectedAtOnceThenTheAnswersComeAndLoginsAreFew(SalesforceSimulator org)
            throws Exception {
        org.sessions().setTokenIssue(TokenIssue.FRESH_EACH_TIME);
        try (CamelContext context = TestHttps.started(org)) {
            org.faults().inject(FaultPoint.REST_REQUEST, TestHttps.SESSION_INVALID, 100);

            for (int exchange = 0; exchange < 20; exchange++) {
                Exchange answer = get(context, org.getLoginUrl() + TestHttps.LIMITS);
                assertThat(((HttpOperationFailedException) answer.getException()).getResponseBody())
                        .contains("INVALID_SESSION_ID");
            }

            assertThat(org.tokenRequests()).isBetween(2L, 5L);
        }
    }

    @Test
    void r12QueryWhenTheBudgetIsSpentThenSalesforcesAnswer(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestHttps.component(org);
        component.getTokenPolicy().setLoginBurst(2);
        component.getTokenPolicy().setLoginsPerHour(1);
        try (CamelContext context = TestHttps.started(component)) {
            component.login().renewNow().join();
            org.faults().inject(FaultPoint.REST_REQUEST, TestHttps.SESSION_INVALID, 100);

            assertRefusedBySalesforce(apexCall(context).getException());
            assertThat(statusOf(get(context, org.getLoginUrl() + TestHttps.LIMITS)))
                    .isEqualTo(401);
            assertThat(org.tokenRequests()).isEqualTo(2);
        }
    }

    private static void assertRefusedBySalesforce(Exception exception) {
        assertThat(exception)
                .isExactlyInstanceOf(SalesforceException.class)
                .hasMessageContaining("INVALID_SESSION_ID")
                .satisfies(failure -> assertThat(((SalesforceException) failure).getStatusCode())
                        .isEqualTo(401));
    }

    private static Exchange apexCall(CamelContext context) {
        return context.createProducerTemplate()
                .request("salesforce-cc:apexCall/orders?apexMethod=POST&rawPayload=true", exchange -> exchange.getIn()
                        .setBody("{}"));
    }

    private static long requests(SalesforceSimulator org) {
        return org.requestLog().stream()
                .filter(request -> request.path().equals(APEX))
                .count();
    }

    private static String text(InputStream content) {
        try (content) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
