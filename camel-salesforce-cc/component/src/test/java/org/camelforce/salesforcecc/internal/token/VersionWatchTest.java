package org.camelforce.salesforcecc.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidate;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidates;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.junit.jupiter.api.Test;

/** Credentials that change while logins are throttled. */
class VersionWatchTest {

    private final ManualScheduler scheduler = new ManualScheduler();
    private final Vault vault = new Vault();
    private final TokenManager manager = new TokenManager(
            vault,
            policy(),
            IdentityGuard.ANY,
            new TokenTime(() -> Instant.parse("2026-01-01T00:00:00Z"), scheduler::ticker, Jitter.LEAST),
            scheduler);

    @Test
    void r11CredentialsWhenTheyChangeUnderTrafficThenNoticedWithinFiveSeconds() {
        manager.obtain();
        vault.right = true;

        for (int second = 0; second < 5; second++) {
            scheduler.advance(Duration.ofSeconds(1));
            manager.obtain();
        }

        assertThat(manager.current()).isPresent();
    }

    @Test
    void r11CredentialsWhenTheyChangeRightAfterTheyWereReadThenNoticedWithinFiveSeconds() {
        vault.changesAfterReading = 2;
        CompletableFuture<TokenEntry> refused = manager.obtain();

        scheduler.advance(Duration.ofSeconds(5));

        assertThat(refused).isCompletedExceptionally();
        assertThat(manager.current()).isPresent();
    }

    @Test
    void r11CredentialsWhenTheirVersionCannotBeToldWhileTheyAreReadThenTheBackoffGoesOn() {
        vault.tellsWhatWasRead = false;
        manager.obtain();

        scheduler.advance(Duration.ofMinutes(5).minusNanos(1));
        assertThat(vault.logins).isEqualTo(1);
        scheduler.advance(Duration.ofMinutes(5));

        assertThat(vault.logins).isEqualTo(2);
    }

    @Test
    void r11CredentialsWhenTheirVersionCannotBeToldWhileTheyAreReadThenAChangeIsNoticedAllTheSame() {
        vault.tellsWhatWasRead = false;
        manager.obtain();
        scheduler.advance(Duration.ofSeconds(5));
        vault.right = true;

        scheduler.advance(Duration.ofSeconds(5));

        assertThat(manager.current()).isPresent();
    }

    @Test
    void r11CredentialsWhenTheirVersionCannotBeToldAfterALaterLoginThenAChangeIsNoticedAllTheSame() {
        manager.obtain();
        vault.tellsWhatWasRead = false;
        scheduler.advance(Duration.ofMinutes(5));
        assertThat(vault.logins).isEqualTo(2);
        vault.right = true;

        scheduler.advance(Duration.ofSeconds(5));

        assertThat(manager.current()).isPresent();
    }

    private static TokenPolicy policy() {
        TokenPolicy policy = new TokenPolicy();
        policy.setDeniedBackoff(Duration.ofMinutes(5));
        return policy;
    }

    private static final class Vault implements LoginCandidates {

        private boolean right;
        private boolean readRight;
        private int readings;
        private int changesAfterReading;
        private int logins;
        private boolean tellsWhatWasRead = true;

        @Override
        public CompletableFuture<List<LoginCandidate>> read() {
            boolean read = right;
            readRight = read;
            right |= ++readings == changesAfterReading;
            return CompletableFuture.completedFuture(
                    List.of(new LoginCandidate(read ? "right" : "wrong", () -> login(read), null)));
        }

        private CompletableFuture<AccessToken> login(boolean read) {
            logins++;
            return read
                    ? CompletableFuture.completedFuture(Tokens.token("T"))
                    : CompletableFuture.failedFuture(Tokens.rejected());
        }

        @Override
        public Object version() {
            return right;
        }

        @Override
        public Object versionRead() {
            if (!tellsWhatWasRead) {
                throw new NoClassDefFoundError("vault");
            }
            return readRight;
        }
    }
}
