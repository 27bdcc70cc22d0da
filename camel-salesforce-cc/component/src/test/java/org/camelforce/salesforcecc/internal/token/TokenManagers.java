package org.camelforce.salesforcecc.internal.token;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidates;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenPolicy;

/** Token managers with the defaults, for one strategy and a time that stands still. */
public final class TokenManagers {

    private TokenManagers() {}

    /** With the most jitter, so that every delay is the longest possible. */
    public static TokenManager of(AuthenticationStrategy strategy, InstantSource wallClock, ManualScheduler scheduler) {
        return new TokenManager(
                LoginCandidates.of(strategy),
                new TokenPolicy(),
                IdentityGuard.ANY,
                new TokenTime(wallClock, scheduler::ticker, Jitter.MOST),
                scheduler);
    }

    /** Whose backoff allows every login. */
    static TokenPolicy unlimited() {
        TokenPolicy policy = new TokenPolicy();
        policy.setLoginBurst(3_600);
        return policy;
    }

    static TokenEntry get(CompletableFuture<TokenEntry> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }

    /** The 7 of token T7. */
    static int number(TokenEntry entry) {
        return Integer.parseInt(entry.token().value().substring(1));
    }
}
