package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.token.TokenPolicy;

/** A backoff that goes on by a ticker. */
final class TickedBackoff {

    private final TokenTime time;
    private LoginBackoff backoff;

    TickedBackoff(TokenPolicy policy, TokenTime time) {
        this.time = time;
        this.backoff = new LoginBackoff(policy);
    }

    void failed(LoginException failure, Duration usableFor) {
        backoff = backoff.failed(failure, usableFor, now(), time.jitter());
    }

    void succeeded() {
        backoff = backoff.succeeded();
    }

    boolean isBackingOff() {
        return backoff.isBackingOff();
    }

    Duration untilNextAttempt() {
        return backoff.untilNextAttempt(now());
    }

    LoginException throttled() {
        return backoff.throttled(now());
    }

    private long now() {
        return time.ticker().getAsLong();
    }
}
