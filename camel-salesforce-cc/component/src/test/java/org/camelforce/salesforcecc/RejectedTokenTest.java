package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.oauth.Sessions.TokenIssue;
import org.camelforce.salesforcecc.simulator.request.RecordedRequest;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.token.ExpirySource;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator
class RejectedTokenTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Fault SESSION_INVALID = new Fault.Answer(
            401,
            "application/json",
            "[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]");

    @Test
    void r8QueryWhenSessionEndedThenSentAgainWithTheNewToken(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestContexts.started(org)) {
            org.sessions().endAll();

            assertThat(query(context).getException()).isNull();
            assertThat(org.tokenRequests()).isEqualTo(2);
        }
    }

    /** Upstream revokes the old token before it asks for a new one. */
    @Test
    void r7RenewalWhenTokenIsRejectedThenNothingIsRevoked(SalesforceSimulator org) throws Exception {
        org.sessions().setTokenIssue(TokenIssue.FRESH_EACH_TIME);
        try (CamelContext context = TestContexts.started(org)) {
            org.faults().inject(FaultPoint.REST_REQUEST, SESSION_INVALID, 1);

            assertThat(query(context).getException()).isNull();
            assertThat(org.sessions().live()).hasSize(2);
            assertThat(org.requestLog()).extracting(RecordedRequest::path).noneMatch(path -> path.contains("revoke"));
        }
    }

    @Test
    void r6QueryWhenLoginReturnsTheRejectedTokenThenOneReplayAndATypedErrorWithoutALoop(SalesforceSimulator org)
            throws Exception {
        try (CamelContext context = patient(org)) {
            org.faults().inject(FaultPoint.REST_REQUEST, SESSION_INVALID, 100);
            long restBefore = restRequests(org);

            Exchange answer = query(context);

            assertThat(answer.getException())
                    .isInstanceOf(LoginException.class)
                    .hasMessageContaining("returned the same one at the next login");
            assertThat(restRequests(org) - restBefore).isEqualTo(2);
            assertThat(org.tokenRequests()).isEqualTo(2);

            assertThat(query(context).getException()).isInstanceOf(LoginException.class);
            assertThat(org.tokenRequests()).isEqualTo(2);
        }
    }

    @Test
    void r8QueryWhenReplayIsRejectedTooThenTheCallerGetsTheAnswer(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestContexts.started(org)) {
            org.sessions().endAll();
            org.faults().inject(FaultPoint.REST_REQUEST, SESSION_INVALID, 2);

            assertThat(query(context).getException())
                    .isInstanceOfSatisfying(SalesforceException.class, failure -> assertThat(failure.getStatusCode())
                            .isEqualTo(401));
        }
    }

    /** Upstream goes on calling the instance that it knew first. */
    @Test
    void r8QueryWhenLoginReturnsAnotherInstanceThenReplayAndNextRequestsGoThere(SalesforceSimulator org)
            throws Exception {
        try (SalesforceSimulator other = SalesforceSimulator.builder()
                        .orgId(org.org().id())
                        .runAsUsername("moved@simulator.example")
                        .start();
                CamelContext context = TestContexts.started(org)) {
            String token = other.sessions()
                    .open(other.getClientId(), other.org().users().get(0), "api", Duration.ofHours(1))
                    .orElseThrow()
                    .token();
            org.faults().inject(FaultPoint.TOKEN_REQUEST, tokenAnswer(token, other.getLoginUrl()), 1);
            org.sessions().endAll();

            assertThat(TestQueries.users(context, "salesforce-cc")).contains("moved@simulator.example");
            assertThat(TestQueries.users(context, "salesforce-cc")).contains("moved@simulator.example");
            assertThat(org.tokenRequests()).isEqualTo(2);
        }
    }

    @Test
    void r8QueryWhenRequestLimitIsExceededThenNoLogin(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestContexts.started(org)) {
            org.apiUsage().setLimit(1);
            query(context);

            assertThat(query(context).getException())
                    .isInstanceOf(SalesforceException.class)
                    .hasMessageContaining("REQUEST_LIMIT_EXCEEDED");
            assertThat(org.tokenRequests()).isEqualTo(1);
        }
    }

    /** Bulk API 1 says so with status 400; the simulator serves no Bulk jobs, so the replay ends in 404. */
    @Test
    void r8BulkJobWhenSessionEndedThenTokenIsRenewed(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestContexts.started(org)) {
            org.sessions().endAll();

            context.createProducerTemplate().request("salesforce-cc:getJob?jobId=750000000000001AAA", exchange -> {});

            assertThat(org.tokenRequests()).isEqualTo(2);
        }
    }

    @Test
    void r10QueryWhenLoginIsDeniedAfterTheSessionEndedThenExchangeFailsWithTheRemedy(SalesforceSimulator org)
            throws Exception {
        try (CamelContext context = patient(org)) {
            org.app().setRunAsUsername(null);
            org.sessions().endAll();

            assertThat(query(context).getException())
                    .isInstanceOfSatisfying(LoginDeniedException.class, failure -> assertThat(failure.reason())
                            .isEqualTo(DenialReason.NO_RUN_AS_USER))
                    .hasMessageContaining("Run As");
            assertThat(query(context).getException()).isInstanceOf(LoginDeniedException.class);
            assertThat(org.tokenRequests()).isEqualTo(2);
        }
    }

    @Test
    void r17StartWhenInstanceUrlOfTheTokenIsForeignThenRefused(SalesforceSimulator org) throws Exception {
        org.faults().inject(FaultPoint.TOKEN_REQUEST, tokenAnswer("opaque", "https://acme.example.com"), 1);
        try (CamelContext context = TestContexts.contextWith(TestContexts.component(org))) {
            assertThatThrownBy(() -> {
                        context.start();
                        TestQueries.users(context, "salesforce-cc");
                    })
                    .rootCause()
                    .isInstanceOf(LoginDeniedException.class)
                    .hasMessageContaining("acme.example.com")
                    .hasMessageContaining("allowedHosts");
        }
    }

    /** A login that fails is not tried again within a test. */
    private static CamelContext patient(SalesforceSimulator org) {
        SalesforceCcComponent component = TestContexts.component(org);
        component.getTokenPolicy().setDeniedBackoff(LONG);
        component.getTokenPolicy().setLoginBackoff(LONG);
        component.getTokenPolicy().setLoginBackoffMax(LONG);
        CamelContext context = TestContexts.contextWith(component);
        context.start();
        // the question that follows each login must not be the first to notice that the session has ended
        await().until(() -> component.login().status().entry().expiry().source() == ExpirySource.INTROSPECTION);
        return context;
    }

    private static Fault tokenAnswer(String token, String instanceUrl) {
        return new Fault.Answer(
                200,
                "application/json",
                "{\"access_token\":\"" + token + "\",\"instance_url\":\"" + instanceUrl
                        + "\",\"token_type\":\"Bearer\"}");
    }

    private static Exchange query(CamelContext context) {
        return context.createProducerTemplate()
                .request("salesforce-cc:query?rawPayload=true", exchange -> exchange.getIn()
                        .setBody("SELECT Id FROM User"));
    }

    private static long restRequests(SalesforceSimulator org) {
        return org.requestLog().stream()
                .filter(request -> request.path().startsWith("/services/data/"))
                .count();
    }
}
