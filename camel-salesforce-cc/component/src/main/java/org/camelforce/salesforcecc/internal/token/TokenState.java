package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import java.time.InstantSource;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.token.LoginReason;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.camelforce.salesforcecc.token.TokenStatus;
import org.jspecify.annotations.Nullable;

/**
 * All that a manager knows about its token at one moment. Immutable; {@link TokenTransitions} says what follows.
 *
 * @param current the token in use; null before the first login, and after it was forgotten
 * @param forgotten the last token that was forgotten; null if none was
 * @param rejected the value of the token that Salesforce has rejected last; null after a login
 * @param rejectedAgain the value of the last token that was rejected in the request that it was obtained for
 * @param login the login under way, or null
 * @param question what Salesforce is being asked about the token, or null
 * @param throttle whether a login may be made
 * @param credentials what the credentials were like when they were seen last
 * @param wanted whether a token is wanted even if nobody asks for it
 * @param lastReason why the last successful login was made; null before it
 * @param userBefore the token before the Run As user was changed last; null if it never was
 * @param numbers how many logins and questions there have been
 * @param closed whether no login is made any more
 */
record TokenState(
        @Nullable HeldToken current,
        @Nullable HeldToken forgotten,
        @Nullable String rejected,
        @Nullable String rejectedAgain,
        @Nullable InFlightLogin login,
        @Nullable Question question,
        LoginThrottle throttle,
        CredentialsVersion credentials,
        boolean wanted,
        @Nullable LoginReason lastReason,
        @Nullable AccessToken userBefore,
        long numbers,
        boolean closed) {

    /** Before everything. */
    static TokenState initial(TokenPolicy policy) {
        return new TokenState(
                null,
                null,
                null,
                null,
                null,
                null,
                new LoginThrottle(policy),
                new CredentialsVersion(null),
                false,
                null,
                null,
                0,
                false);
    }

    boolean isRejected() {
        return current != null && current.holds(rejected);
    }

    boolean isUsable() {
        return current != null && !current.holds(rejected);
    }

    Urgency urgency(long now) {
        return RefreshDecision.urgency(current, now, rejected);
    }

    /** The token in use, or else the one that was forgotten: the org must not change in between. */
    @Nullable
    HeldToken last() {
        return current == null ? forgotten : current;
    }

    /** For how long the token in use certainly serves: zero if there is none that works. */
    Duration usableFor(long now) {
        return current == null || current.holds(rejected) ? Duration.ZERO : current.untilMandatory(now);
    }

    /** @param renewalIn until the next work in the background; null if none is planned */
    TokenStatus status(Moment at, InstantSource wallClock, @Nullable Duration renewalIn) {
        TokenEntry entry = current == null ? null : current.entry();
        return new TokenStatus(
                entry,
                isUsable(),
                entry == null ? null : Duration.between(entry.obtainedAt(), wallClock.instant()),
                renewalIn,
                lastReason,
                throttle.lastFailure(),
                throttle.untilNext(at),
                at.budget().logins(),
                userBefore,
                login == null ? null : login.age(at.now()),
                login != null && isOverdue(login, at));
    }

    /** Whether it takes longer than all its attempts may or, if it is badly needed, than one may. */
    private boolean isOverdue(InFlightLogin underWay, Moment at) {
        return underWay.isOverdue(at.now())
                || !isUsable() && underWay.age(at.now()).compareTo(at.timeout()) > 0;
    }

    TokenPhase phase() {
        if (closed) {
            return TokenPhase.CLOSED;
        }
        boolean idle = login == null;
        if (current == null) {
            return idle ? TokenPhase.NO_TOKEN : TokenPhase.LOGGING_IN;
        }
        if (isRejected()) {
            return idle ? TokenPhase.REJECTED : TokenPhase.REPLACING;
        }
        return idle ? TokenPhase.IN_USE : TokenPhase.RENEWING;
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return phase().toString();
    }
}
