package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.token.Expiry;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns an expiry into deadlines. The windows are those of AWS's SDKs: five minutes for a life of up to twenty, fifteen
 * up to ninety, else an hour. A life that is shorter than its windows gets smaller ones, so that a new token is never
 * due at once; an expiry that has passed when the token arrives says that a clock is wrong, and is not believed.
 */
final class RefreshWindows {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshWindows.class);
    private static final Duration SHORT_LIFE = Duration.ofMinutes(20);
    private static final Duration MEDIUM_LIFE = Duration.ofMinutes(90);
    private static final int ADVISORY_SHARE = 2;
    private static final int MANDATORY_SHARE = 4;

    private final TokenPolicy policy;
    private final TokenTime time;

    RefreshWindows(TokenPolicy policy, TokenTime time) {
        this.policy = policy;
        this.time = time;
    }

    @Nullable
    Deadlines deadlines(Expiry expiry) {
        Instant at = expiry.at();
        if (at == null) {
            return null;
        }
        Duration life = Duration.between(time.wallClock().instant(), at);
        if (life.isNegative() || life.isZero()) {
            LOG.warn(
                    "The access token is said to expire at {} ({}), which has passed by this machine's clock. The date is ignored;"
                            + " check the clock",
                    at,
                    expiry.source());
            return null;
        }
        Duration advisory = min(advisoryWindow(life), life.dividedBy(ADVISORY_SHARE));
        Duration mandatory = min(policy.getMandatoryWindow(), life.dividedBy(MANDATORY_SHARE));
        long now = time.ticker().getAsLong();
        long mandatoryAt = now + nanos(life.minus(mandatory));
        long advisoryAt = now + nanos(life.minus(advisory)) + jitter(advisory);
        return new Deadlines(advisoryAt - mandatoryAt > 0 ? mandatoryAt : advisoryAt, mandatoryAt);
    }

    private Duration advisoryWindow(Duration life) {
        Duration configured = policy.getAdvisoryWindow();
        if (configured != null) {
            return configured;
        }
        if (life.compareTo(SHORT_LIFE) <= 0) {
            return Duration.ofMinutes(5);
        }
        return life.compareTo(MEDIUM_LIFE) <= 0 ? Duration.ofMinutes(15) : Duration.ofMinutes(60);
    }

    private long jitter(Duration window) {
        long max = (long) (nanos(window) * policy.getAdvisoryJitter());
        return time.jitter().nextLong(max + 1);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Saturating: a date in the far future must not overflow. */
    private static long nanos(Duration duration) {
        return Math.min(TimeUnit.NANOSECONDS.convert(duration), Long.MAX_VALUE / 4);
    }
}
