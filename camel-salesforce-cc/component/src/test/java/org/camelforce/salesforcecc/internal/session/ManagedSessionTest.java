package org.camelforce.salesforcecc.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.camelforce.salesforcecc.internal.token.Tokens.ORG;
import static org.camelforce.salesforcecc.internal.token.Tokens.rejected;
import static org.camelforce.salesforcecc.internal.token.Tokens.token;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.component.salesforce.SalesforceHttpClient;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.internal.SalesforceSession.SalesforceSessionListener;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.internal.token.HandStrategy;
import org.camelforce.salesforcecc.internal.token.ManualScheduler;
import org.camelforce.salesforcecc.internal.token.TokenManager;
import org.camelforce.salesforcecc.internal.token.TokenManagers;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManagedSessionTest {

    private static final String INSTANCE = "https://acme.my.salesforce.com";

    private final HandStrategy strategy = new HandStrategy();
    private final ManualScheduler scheduler = new ManualScheduler();
    private final TokenManager tokens = TokenManagers.of(strategy, () -> Instant.EPOCH, scheduler);
    private final List<String> told = new ArrayList<>();
    private final SalesforceSessionListener listener = new Listener();
    private final ManagedSession session = session(50, null);

    @AfterEach
    void stop() {
        session.doStop();
    }

    @Test
    void gettersWhenThereIsNoTokenThenNull() {
        assertThat(session.getAccessToken()).isNull();
        assertThat(session.getInstanceUrl()).isNull();
        assertThat(session.getId()).isNull();
        assertThat(session.getOrgId()).isNull();
    }

    @Test
    void gettersWhenTokenIsReplacedThenOfTheCurrentOne() {
        install("T1");
        renew("T1", "T2");

        assertThat(session.getAccessToken()).isEqualTo("T2");
        assertThat(session.getInstanceUrl()).isEqualTo(INSTANCE);
        assertThat(session.getOrgId()).isEqualTo(ORG);
    }

    @Test
    void getInstanceUrlWhenConfiguredThenItWithoutTrailingSlash() {
        install("T1");

        assertThat(session(50, "https://gateway.example.com/").getInstanceUrl())
                .isEqualTo("https://gateway.example.com");
    }

    @Test
    void addListenerWhenThereIsATokenThenToldAtOnce() {
        install("T1");

        session.addListener(listener);

        assertThat(told).containsExactly("T1 " + INSTANCE);
    }

    @Test
    void addListenerWhenThereIsNoTokenThenToldWithTheFirst() {
        session.addListener(listener);
        assertThat(told).isEmpty();

        install("T1");

        assertThat(told).containsExactly("T1 " + INSTANCE);
    }

    @Test
    void informClientsWhenTheTokenIsSeenBeforeTheyAreToldThenTheyKnowIt() {
        List<String> known = new ArrayList<>();
        session.doStop();
        tokens.addListener((previous, installed) -> {
            session.informClients();
            known.addAll(told);
        });
        session.doStart();
        session.addListener(listener);

        install("T1");

        assertThat(known).containsExactly("T1 " + INSTANCE);
    }

    @Test
    void informClientsWhenTheyWereToldThenNotAgain() {
        session.addListener(listener);
        install("T1");

        session.informClients();

        assertThat(told).containsExactly("T1 " + INSTANCE);
    }

    @Test
    void addListenerWhenTokenIsReplacedMeanwhileThenTheNewOneIsToldLast() {
        install("T1");
        session.addListener(new Listener() {
            @Override
            public void onLogin(String accessToken, String instanceUrl) {
                if (told.isEmpty()) {
                    told.add("telling");
                    renew("T1", "T2");
                }
                super.onLogin(accessToken, instanceUrl);
            }
        });

        assertThat(told).last().isEqualTo("T2 " + INSTANCE);
    }

    @Test
    void installWhenInstanceUrlChangesWithTheSameTokenThenTold() {
        session.addListener(listener);
        install("T1");
        CompletableFuture<TokenEntry> renewal = tokens.renew("T1");
        strategy.succeed(AccessToken.of("T1", URI.create("https://moved.my.salesforce.com")));

        assertThat(renewal).isCompleted();
        assertThat(told).containsExactly("T1 " + INSTANCE, "T1 https://moved.my.salesforce.com");
    }

    @Test
    void installWhenAListenerFailsThenTheOthersAreTold() {
        session.addListener(new Listener() {
            @Override
            public void onLogin(String accessToken, String instanceUrl) {
                throw new IllegalStateException("broken");
            }
        });
        session.addListener(listener);

        install("T1");

        assertThat(told).containsExactly("T1 " + INSTANCE);
    }

    @Test
    void removeListenerWhenRemovedThenNotTold() {
        session.addListener(listener);
        session.removeListener(listener);

        install("T1");

        assertThat(told).isEmpty();
    }

    @Test
    void doStopWhenStoppedThenNobodyIsTold() {
        session.addListener(listener);
        session.doStop();

        install("T1");

        assertThat(told).isEmpty();
    }

    @Test
    void loginWhenOldTokenIsReplacedAlreadyThenTheCurrentOneWithoutLogin() throws Exception {
        install("T1");
        renew("T1", "T2");

        assertThat(session.login("T1")).isEqualTo("T2");
        assertThat(session.login(null)).isEqualTo("T2");
        assertThat(strategy.logins()).isEqualTo(2);
    }

    @Test
    void loginWhenItTakesTooLongThenTypedFailureAndTheLoginGoesOn() {
        LoginUnavailableException failure = (LoginUnavailableException) catchThrowable(() -> session.login(null));
        strategy.succeed(token("T1"));

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(session.getAccessToken()).isEqualTo("T1");
    }

    @Test
    void loginWhenRejectedThenTheRejection() {
        tokens.obtain();
        strategy.fail(rejected());

        assertThatExceptionOfType(LoginDeniedException.class).isThrownBy(() -> session.login(null));
    }

    @Test
    void loginWhenInterruptedThenFlagIsSetAgainAndTheLoginGoesOn() {
        Thread.currentThread().interrupt();

        Throwable failure = catchThrowable(() -> session(30_000, null).login(null));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).isInstanceOf(SalesforceException.class).hasMessageContaining("Interrupted");
        strategy.succeed(token("T1"));
        assertThat(session.getAccessToken()).isEqualTo("T1");
    }

    @Test
    void attemptLoginUntilSuccessfulWhenInterruptedThenFlagIsSetAgain() {
        Thread.currentThread().interrupt();

        session.attemptLoginUntilSuccessful(1, 1);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void logoutWhenCalledThenTheTokenStays() {
        install("T1");

        session.logout();

        assertThat(session.getAccessToken()).isEqualTo("T1");
    }

    private ManagedSession session(long timeoutMillis, String instanceUrl) {
        ManagedLoginConfig config = new ManagedLoginConfig(null, instanceUrl, () -> true);
        ManagedSession managed = new ManagedSession(
                new DefaultCamelContext(), new SalesforceHttpClient(), timeoutMillis, config, tokens);
        managed.doStart();
        return managed;
    }

    private void install(String value) {
        tokens.obtain();
        strategy.succeed(token(value));
    }

    private void renew(String refused, String value) {
        tokens.renew(refused);
        strategy.succeed(token(value));
    }

    private class Listener implements SalesforceSessionListener {

        @Override
        public void onLogin(String accessToken, String instanceUrl) {
            told.add(accessToken + " " + instanceUrl);
        }

        @Override
        public void onLogout() {
            told.add("logout");
        }
    }
}
