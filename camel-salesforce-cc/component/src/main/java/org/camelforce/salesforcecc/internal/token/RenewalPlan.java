package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.jspecify.annotations.Nullable;

/**
 * When a manager acts without being asked: to renew ahead of expiry, to ask about a token whose expiry is unknown, to
 * try again after failures, to look for changed credentials while logins are denied, and to give up what takes too
 * long. Pure.
 */
final class RenewalPlan {

    private final Duration introspectionInterval;

    RenewalPlan(TokenPolicy policy) {
        this.introspectionInterval = policy.getIntrospectionInterval();
    }

    /**
     * What is next.
     *
     * @param in in how long
     * @param isWork whether it is a login, a question or a look at the credentials, and not the end of one
     */
    record Next(Duration in, boolean isWork) {}

    /** Null if there is nothing to do. */
    @Nullable
    Next next(TokenState state, Moment at) {
        InFlightLogin login = state.login();
        if (login != null) {
            return new Next(login.left(at.now()), false);
        }
        if (state.closed()) {
            return null;
        }
        Question question = state.question();
        if (question != null) {
            return new Next(until(question.deadline(), at), false);
        }
        Duration work = untilWork(state, at);
        return work == null ? null : new Next(work, true);
    }

    private @Nullable Duration untilWork(TokenState state, Moment at) {
        Duration next = untilLoginOrQuestion(state, at);
        return state.throttle().isDenied() ? state.credentials().untilNextLook(next) : next;
    }

    private @Nullable Duration untilLoginOrQuestion(TokenState state, Moment at) {
        HeldToken held = state.current();
        if (held == null || state.isRejected()) {
            return state.wanted() ? state.throttle().untilNext(at) : null;
        }
        Deadlines deadlines = held.deadlines();
        if (deadlines == null) {
            return held.askable() ? introspectionInterval : null;
        }
        Duration advisory = until(deadlines.advisoryAt(), at);
        Duration login = state.throttle().untilNext(at);
        return login.compareTo(advisory) > 0 ? login : advisory;
    }

    private static Duration until(long time, Moment at) {
        return Duration.ofNanos(Math.max(0, time - at.now()));
    }
}
