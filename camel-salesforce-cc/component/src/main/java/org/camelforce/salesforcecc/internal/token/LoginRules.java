package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.token.LoginReason;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenEvent;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.jspecify.annotations.Nullable;

/**
 * When to log in, and what a login leads to: whoever needs a token joins the login under way, begins one or is
 * throttled; a token is kept or replaced. Pure, see {@link TokenTransitions}.
 */
final class LoginRules {

    private final TokenPolicy policy;
    private final IdentityGuard identity;

    LoginRules(TokenPolicy policy, IdentityGuard identity) {
        this.policy = policy;
        this.identity = identity;
    }

    void needed(TokenChange to, LoginReason reason, Moment at) {
        endOverdueLogin(to, at);
        HeldToken current = to.current;
        if (current != null && to.state().urgency(at.now()) == Urgency.NONE) {
            to.use(current);
        } else {
            joinOrLogin(to, to.state().isRejected() ? LoginReason.REJECTED : reason, at);
        }
    }

    void rejected(TokenChange to, String token, Moment at) {
        endOverdueLogin(to, at);
        HeldToken current = to.current;
        if (current != null && !current.holds(token)) {
            to.use(current);
            return;
        }
        if (!to.closed && !token.equals(to.rejected)) {
            to.rejected = token;
            if (!token.equals(to.rejectedAgain)) {
                to.throttle = to.throttle.tokenLost(at);
            }
            if (current != null) {
                to.publish(new TokenEvent.TokenRejected(current.entry()));
            }
        }
        joinOrLogin(to, LoginReason.REJECTED, at);
    }

    /** Fails if the last login has returned that same token. Otherwise the next login waits for its backoff. */
    static void rejectedAgain(TokenChange to, String token, Moment at) {
        HeldToken current = to.current;
        if (to.closed || current == null || !current.holds(token)) {
            return;
        }
        if (to.throttle.isSameTokenAgain()) {
            to.rejected = token;
            LoginException objection = to.throttle.objection(at);
            if (objection != null) {
                to.fail(objection);
            }
        } else if (!token.equals(to.rejectedAgain)) {
            to.rejectedAgain = token;
            to.throttle = to.throttle.rejectedAtOnce(current.entry(), at);
        }
    }

    void orgMoved(TokenChange to, TokenTrigger.OrgMoved moved, Moment at) {
        endOverdueLogin(to, at);
        HeldToken current = to.current;
        if (current != null
                && (!current.holds(moved.token())
                        || !Relocation.isSame(current.token().instanceUrl(), moved.instanceUrl()))) {
            to.use(current);
        } else {
            joinOrLogin(to, LoginReason.RELOCATED, at);
        }
    }

    void renewalOrdered(TokenChange to, Moment at) {
        endOverdueLogin(to, at);
        joinOrLogin(to, LoginReason.MANUAL, at);
    }

    /** The login under way, or a new one if one may be made. */
    void joinOrLogin(TokenChange to, LoginReason reason, Moment at) {
        InFlightLogin underWay = to.login;
        if (to.closed) {
            to.fail(stopped());
        } else if (underWay != null) {
            to.waitFor(underWay);
        } else {
            LoginException objection = to.throttle.objection(at);
            if (objection == null) {
                login(to, reason, at);
            } else {
                to.publish(new TokenEvent.LoginThrottled(to.throttle.untilNext(at)));
                to.fail(objection);
            }
        }
    }

    private void login(TokenChange to, LoginReason reason, Moment at) {
        int attempts = to.throttle.attempts();
        Duration limit = LoginRetry.limit(attempts, at.timeout(), policy);
        InFlightLogin login = new InFlightLogin(to.nextNumber(), reason, at.now(), limit);
        to.login = login;
        to.publish(new TokenEvent.LoginStarted(reason));
        to.then(new TokenEffect.StartLogin(login, attempts));
        to.waitFor(login);
    }

    void loginSucceeded(TokenChange to, TokenTrigger.LoginSucceeded succeeded, Moment at) {
        HeldToken last = to.state().last();
        TokenEntry previous = last == null ? null : last.entry();
        HeldToken obtained = succeeded.obtained();
        LoginDeniedException objection =
                identity.objection(previous == null ? null : previous.token(), obtained.token());
        if (objection != null) {
            loginFailed(to, succeeded.login(), objection, succeeded.version(), at);
        } else if (succeeded.login().equals(to.login)
                || succeeded.login().isOverdue(at.now()) && isOfUse(to.state(), obtained)) {
            install(to, succeeded.login(), previous, obtained, at);
        }
    }

    /** A token that comes after its login was given up is used if there is no other one that works. */
    private static boolean isOfUse(TokenState state, HeldToken late) {
        HeldToken last = state.last();
        return !state.closed()
                && !state.isUsable()
                && (last == null || !last.holds(late.token().value()));
    }

    /** Ends the login under way, also if the token comes late from the one before. */
    private void install(
            TokenChange to, InFlightLogin login, @Nullable TokenEntry previous, HeldToken obtained, Moment at) {
        TokenEntry entry = obtained.entry();
        AccessToken formerUser = IdentityGuard.formerUser(previous, entry);
        InFlightLogin ended = to.login;
        to.current = obtained;
        to.throttle = obtained.holds(to.rejected) ? to.throttle.sameTokenAgain(entry, at) : to.throttle.succeeded();
        to.rejected = null;
        to.wanted = true;
        to.lastReason = login.reason();
        to.login = null;
        to.then(new TokenEffect.TellInstalled(previous, entry));
        to.publish(new TokenEvent.LoginSucceeded(previous, entry, login.reason(), login.age(at.now())));
        if (formerUser != null) {
            to.userBefore = formerUser;
            to.publish(new TokenEvent.RunAsUserChanged(formerUser, entry.token()));
        }
        to.then(new TokenEffect.CompleteLogin(ended, entry));
        if (obtained.askable() && to.question == null) {
            to.ask(obtained, true, at);
        }
    }

    static void loginFailed(
            TokenChange to, InFlightLogin login, LoginException failure, @Nullable Object version, Moment at) {
        if (!login.equals(to.login)) {
            return;
        }
        boolean usable = to.state().isUsable();
        to.login = null;
        to.throttle = to.throttle.failed(failure, to.state().usableFor(at.now()), at);
        to.credentials = to.credentials.failedWith(version);
        Duration next = to.throttle.untilNext(at);
        Duration took = login.age(at.now());
        to.publish(
                failure instanceof LoginDeniedException denial
                        ? new TokenEvent.LoginDenied(denial, login.reason(), usable, next, took)
                        : new TokenEvent.LoginFailed(failure, login.reason(), usable, next, took));
        to.then(new TokenEffect.FailLogin(login, failure));
    }

    static void loginLost(TokenChange to, TokenTrigger.LoginLost lost) {
        if (lost.login().equals(to.login)) {
            to.login = null;
        }
        to.then(new TokenEffect.FailLogin(lost.login(), lost.failure()));
    }

    /** Also if the plan should have done so and could not be carried out. */
    static void endOverdueLogin(TokenChange to, Moment at) {
        InFlightLogin underWay = to.login;
        if (underWay != null && underWay.isOverdue(at.now())) {
            loginFailed(to, underWay, underWay.timeUp(), null, at);
        }
    }

    static void closed(TokenChange to) {
        InFlightLogin pending = to.login;
        to.closed = true;
        to.login = null;
        if (pending != null) {
            to.then(new TokenEffect.FailLogin(pending, stopped()));
        }
        to.then(new TokenEffect.FailFirst(stopped()));
    }

    private static LoginUnavailableException stopped() {
        return new LoginUnavailableException(Reason.STOPPED, "The component is stopping", 0, null, null);
    }
}
