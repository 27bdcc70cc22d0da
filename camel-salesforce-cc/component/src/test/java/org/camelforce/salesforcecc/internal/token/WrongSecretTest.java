package org.camelforce.salesforcecc.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.camel.health.HealthCheck;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.health.LoginHealthCheck;
import org.camelforce.salesforcecc.internal.oauth.ClientCredentialsAuthenticationStrategy;
import org.camelforce.salesforcecc.internal.oauth.ClientCredentialsCandidates;
import org.camelforce.salesforcecc.internal.oauth.LoginUrl;
import org.camelforce.salesforcecc.internal.oauth.OAuthClient;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.eclipse.jetty.client.HttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A wrong secret for ten minutes, with real logins and real callers but a clock in the test's hand. */
@WithSalesforceSimulator
class WrongSecretTest {

    private static final int CALLERS = 50;
    private static final int TEN_MINUTES = 600;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ManualScheduler scheduler = new ManualScheduler();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final HttpClient http = new HttpClient();
    private volatile ClientCredentials pair;
    private SalesforceSimulator org;
    private TokenManager manager;
    private LoginHealthCheck health;

    @BeforeEach
    void start(SalesforceSimulator simulator) throws Exception {
        org = simulator;
        pair = new ClientCredentials(org.getClientId(), "F".repeat(64));
        http.start();
        LoginUrl loginUrl = LoginUrl.parse(org.getLoginUrl(), TrustedHosts.salesforceOnly());
        manager = new TokenManager(
                new ClientCredentialsCandidates(
                        () -> List.of(pair),
                        Runnable::run,
                        Duration.ofMinutes(1),
                        used -> new ClientCredentialsAuthenticationStrategy(
                                new OAuthClient(http, loginUrl), () -> used)),
                policy(),
                IdentityGuard.ANY,
                new TokenTime(() -> START.plusNanos(scheduler.ticker()), scheduler::ticker, Jitter.MOST),
                scheduler);
        health = new LoginHealthCheck("salesforce-cc", manager::status);
    }

    @AfterEach
    void stop() throws Exception {
        manager.close();
        callers.shutdownNow();
        http.stop();
    }

    @Test
    void r10ObtainWhen50CallersASecondMeetAWrongSecretThenAFewLoginsAndDownWithTheRemedyThroughout() throws Exception {
        List<Integer> secondsOfLogins = new ArrayList<>();
        for (int second = 0; second <= TEN_MINUTES; second++) {
            long before = org.tokenRequests();

            assertThat(outcomes()).containsOnly(DenialReason.WRONG_CLIENT_SECRET.name());

            secondsOfLogins.addAll(Collections.nCopies((int) (org.tokenRequests() - before), second));
            assertDownWithTheRemedy();
            scheduler.advance(Duration.ofSeconds(1));
        }

        assertThat(secondsOfLogins).containsExactly(0, 5, 15, 35, 75, 155, 315);
    }

    @Test
    void r10ObtainWhenTheSecretIsRepairedThenLoggedInWithTheNextStepAndUp() throws Exception {
        outcomes();
        pair = new ClientCredentials(org.getClientId(), org.getClientSecret());
        scheduler.advance(Duration.ofSeconds(4));
        assertThat(outcomes()).containsOnly(DenialReason.WRONG_CLIENT_SECRET.name());

        scheduler.advance(Duration.ofSeconds(1));

        assertThat(outcomes()).containsOnly("token");
        assertThat(org.tokenRequests()).isEqualTo(2);
        assertThat(health.call().getState()).isEqualTo(HealthCheck.State.UP);
    }

    private void assertDownWithTheRemedy() {
        HealthCheck.Result result = health.call();
        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getDetails())
                .containsEntry(LoginHealthCheck.LOGIN_REMEDY, DenialReason.WRONG_CLIENT_SECRET.remedy());
    }

    /** What all callers of one second get. */
    private List<String> outcomes() throws Exception {
        List<String> outcomes = new ArrayList<>();
        for (Future<String> caller : callers.invokeAll(Collections.nCopies(CALLERS, (Callable<String>) this::call))) {
            outcomes.add(caller.get());
        }
        return outcomes;
    }

    private String call() throws Exception {
        try {
            manager.obtain().get(30, TimeUnit.SECONDS);
            return "token";
        } catch (ExecutionException e) {
            LoginException failure = LoginException.of(e);
            return failure instanceof LoginDeniedException denial
                    ? denial.reason().name()
                    : failure.toString();
        }
    }

    private static TokenPolicy policy() {
        TokenPolicy policy = new TokenPolicy();
        policy.setIntrospection(false);
        return policy;
    }
}
