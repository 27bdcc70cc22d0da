package org.camelforce.salesforcecc.token;

import java.time.InstantSource;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.LoginCandidates;

/** Token managers with the defaults, for one strategy and a time that stands still. */
public final class TokenManagers {

    private TokenManagers() {}

    /** With the most jitter, so that every delay is the longest possible. */
    public static TokenManager of(AuthenticationStrategy strategy, InstantSource wallClock, ManualScheduler scheduler) {
        return new TokenManager(
                LoginCandidates.of(strategy),
                new TokenPolicy(),
                IdentityWatch.ANY,
                new TokenTime(wallClock, scheduler::ticker, Jitter.MOST),
                scheduler);
    }
}
