package org.camelforce.salesforcecc.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.InterruptedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.internal.connection.Origin;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.camelforce.salesforcecc.internal.token.HandStrategy;
import org.camelforce.salesforcecc.internal.token.ManualScheduler;
import org.camelforce.salesforcecc.internal.token.TokenManager;
import org.camelforce.salesforcecc.internal.token.TokenManagers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiConnectionTest {

    private static final URI OLD = URI.create("https://acme.my.salesforce.com");
    private static final URI NEW = URI.create("https://acme2.my.salesforce.com");

    private final HandStrategy strategy = new HandStrategy();
    private final TokenManager tokens = TokenManagers.of(strategy, InstantSource.system(), new ManualScheduler());
    private final ApiConnection connection =
            new ApiConnection(tokens, AccessToken::instanceUrl, TrustedHosts.salesforceOnly()::trusts, 60_000);

    @AfterEach
    void stop() {
        tokens.close();
    }

    @Test
    void r17GrantWhenThereIsNoTokenAndHostIsNotSalesforcesThenNoneAndNoLogin() throws Exception {
        assertThat(connection.grantFor(Origin.of(URI.create("https://example.com")), 0))
                .isEmpty();
        assertThat(strategy.logins()).isZero();
    }

    @Test
    void grantWhenLoginIsUnderWayThenWaitsAsLongAsTheRequestMay() {
        assertThatThrownBy(() -> connection.grantFor(Origin.of(OLD), 1))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageContaining("takes longer than its caller waits");
    }

    @Test
    void grantWhenInterruptedThenSaysSoAndKeepsTheFlagAndTheLogin() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> connection.grantFor(Origin.of(OLD), 0)).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(strategy.logins()).isEqualTo(1);
    }

    @Test
    void r17GrantWhenHostIsAnotherOrgsThenNone() throws Exception {
        install("T1", OLD);

        assertThat(connection.grantFor(Origin.of(NEW), 0)).isEmpty();
        assertThat(connection.grantFor(new Origin("http", "acme.my.salesforce.com", 443), 0))
                .isEmpty();
    }

    @Test
    void r8GrantWhenTheOrgHasMovedThenForTheOldInstanceAtTheNewOne() throws Exception {
        install("T1", OLD);
        BearerToken first = connection.grantFor(Origin.of(OLD), 0).orElseThrow();
        tokens.renew(first.token());
        strategy.succeed(AccessToken.of("T2", NEW));

        assertThat(connection.grantFor(Origin.of(OLD), 0)).contains(new BearerToken("T2", Origin.of(NEW)));
        assertThat(connection.grantFor(Origin.of(NEW), 0)).contains(new BearerToken("T2", Origin.of(NEW)));
    }

    @Test
    void r5GrantWhenTheTokenIsBeingReplacedThenWaitsForTheNext() throws Exception {
        install("T1", OLD);
        tokens.renew("T1");
        FutureTask<Optional<BearerToken>> grant = new FutureTask<>(() -> connection.grantFor(Origin.of(OLD), 0));
        Thread caller = new Thread(grant);
        caller.start();
        await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);

        strategy.succeed(AccessToken.of("T2", OLD));

        assertThat(grant.get()).contains(new BearerToken("T2", Origin.of(OLD)));
    }

    @Test
    void r10GrantWhenTheReplacementTakesTooLongThenTheTokenThatIsThere() throws Exception {
        install("T1", OLD);
        tokens.renew("T1");

        assertThat(connection.grantFor(Origin.of(OLD), 1)).contains(new BearerToken("T1", Origin.of(OLD)));
    }

    @Test
    void r1GrantWhenPrintedThenWithoutItsToken() throws Exception {
        install("T1", OLD);

        assertThat(connection.grantFor(Origin.of(OLD), 0).orElseThrow().toString())
                .doesNotContain("T1");
    }

    private void install(String token, URI instanceUrl) {
        tokens.obtain();
        strategy.succeed(AccessToken.of(token, instanceUrl));
    }
}
