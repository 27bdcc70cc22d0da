package org.camelforce.salesforcecc.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.logging.log4j.Level;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.Introspection;
import org.camelforce.salesforcecc.auth.TokenIntrospection;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidates;
import org.camelforce.salesforcecc.test.support.LogLines;
import org.camelforce.salesforcecc.token.Expiry;
import org.camelforce.salesforcecc.token.ExpirySource;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.junit.jupiter.api.Test;

/** Expiry as a token manager learns it from a strategy of the user's. */
class ExpiryResolverTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final ManualScheduler scheduler = new ManualScheduler();
    private final Instant start = Instant.parse("2026-01-01T00:00:00Z").minusNanos(scheduler.ticker());
    private final Broker broker = new Broker();

    @Test
    void r2LoginWhenTheUsersStrategyAlsoIntrospectsThenItIsAsked() {
        broker.expiresAt = now().plus(HOUR);
        TokenManager manager = manager(broker);

        TokenEntry entry = obtain(manager);

        assertThat(broker.questions).isEqualTo(1);
        assertThat(manager.current().orElseThrow().expiry())
                .isEqualTo(new Expiry(ExpirySource.INTROSPECTION, broker.expiresAt));
        assertThat(manager.current().orElseThrow().holds(entry.token().value())).isTrue();
    }

    @Test
    void r2LoginWhenTheUsersStrategyOnlyLogsInThenUnknownAndNobodyIsAsked() {
        TokenManager manager = manager(broker::authenticate);

        obtain(manager);
        scheduler.advance(Duration.ofDays(1));

        assertThat(manager.current().orElseThrow().expiry().source()).isEqualTo(ExpirySource.UNKNOWN);
        assertThat(manager.status().renewalIn()).isNull();
        assertThat(broker.logins).isEqualTo(1);
    }

    @Test
    void r2LoginWhenTheUsersStrategyFailsToAnswerThenTheTokenIsUsedAndAskedAboutLater() {
        broker.failure = new IllegalStateException("broken broker");
        TokenManager manager = manager(broker);

        obtain(manager);
        assertThat(manager.current().orElseThrow().expiry().source()).isEqualTo(ExpirySource.UNKNOWN);

        broker.failure = null;
        broker.expiresAt = now().plus(HOUR.multipliedBy(2));
        scheduler.advance(Duration.ofMinutes(30));

        assertThat(manager.current().orElseThrow().expiry().source()).isEqualTo(ExpirySource.INTROSPECTION);
        assertThat(broker.logins).isEqualTo(1);
    }

    @Test
    void r13LoginWhenTheExpiryHasPassedOnArrivalThenOneWarningThatNamesTheClock() {
        broker.expiresAt = now().minusSeconds(1);
        try (LogLines warnings = LogLines.from(Level.WARN)) {
            obtain(manager(broker));

            assertThat(warnings.with("check the clock"))
                    .singleElement()
                    .asString()
                    .contains("is said to expire at " + broker.expiresAt + " (INTROSPECTION)");
        }
    }

    @Test
    void r2LoginWhenTheExpiryIsAheadThenNoWarning() {
        broker.expiresAt = now().plusSeconds(1);
        try (LogLines warnings = LogLines.from(Level.WARN)) {
            obtain(manager(broker));

            assertThat(warnings.with("clock")).isEmpty();
        }
    }

    @Test
    void r4AskWhenTheSessionDidNotSlideThenTheTokenIsRenewed() {
        broker.expiresAt = now().plus(HOUR.multipliedBy(2));
        TokenManager manager = manager(broker);
        obtain(manager);

        scheduler.advance(HOUR);

        assertThat(broker.questions).isGreaterThan(1);
        assertThat(broker.logins).isEqualTo(2);
    }

    @Test
    void r2LoginWhenTheLifetimeIsBeyondTheCalendarThenTheTokenIsUsed() {
        broker.lifetime = Duration.ofSeconds(Long.MAX_VALUE);

        CompletableFuture<TokenEntry> caller = manager(broker).obtain();

        assertThat(caller).isCompleted();
    }

    @Test
    void untilQuietWhenAQuestionIsUnderWayThenCompletesWithItsAnswer() {
        broker.answer = new CompletableFuture<>();
        TokenManager manager = manager(broker);
        assertThat(manager.untilQuiet()).isCompleted();
        manager.obtain();

        CompletableFuture<Void> quiet = manager.untilQuiet();
        assertThat(quiet).isNotDone();
        broker.answer.complete(new Introspection(true, now().plus(HOUR)));

        assertThat(quiet).isCompleted();
    }

    /** Who has the token may stop before the question is put. */
    @Test
    void untilQuietWhenATokenIsInstalledThenWaitsForTheQuestionThatFollows() {
        broker.answer = new CompletableFuture<>();
        TokenManager manager = manager(broker);
        AtomicReference<CompletableFuture<Void>> quiet = new AtomicReference<>();
        manager.addListener((previous, installed) -> quiet.set(manager.untilQuiet()));

        manager.obtain();

        assertThat(quiet.get()).isNotDone();
        broker.answer.complete(new Introspection(true, now().plus(HOUR)));
        assertThat(quiet.get()).isCompleted();
    }

    private Instant now() {
        return start.plusNanos(scheduler.ticker());
    }

    private TokenManager manager(AuthenticationStrategy strategy) {
        return new TokenManager(
                LoginCandidates.of(strategy),
                new TokenPolicy(),
                IdentityGuard.ANY,
                new TokenTime(this::now, scheduler::ticker, Jitter.LEAST),
                scheduler);
    }

    private static TokenEntry obtain(TokenManager manager) {
        return manager.obtain().join();
    }

    /** Hands out tokens and tells about them. */
    private static final class Broker implements AuthenticationStrategy, TokenIntrospection {

        private int logins;
        private int questions;
        private Instant expiresAt;
        private Duration lifetime;
        private RuntimeException failure;
        private CompletableFuture<Introspection> answer;

        @Override
        public CompletableFuture<AccessToken> authenticate() {
            AccessToken token = AccessToken.of("T" + ++logins, URI.create("https://acme.my.salesforce.com"));
            return CompletableFuture.completedFuture(lifetime == null ? token : token.withLifetime(lifetime));
        }

        @Override
        public CompletableFuture<Introspection> introspect(AccessToken token) {
            questions++;
            if (failure != null) {
                throw failure;
            }
            return answer == null ? CompletableFuture.completedFuture(new Introspection(true, expiresAt)) : answer;
        }
    }
}
