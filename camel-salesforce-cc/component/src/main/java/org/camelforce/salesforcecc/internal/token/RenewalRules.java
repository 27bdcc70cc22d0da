package org.camelforce.salesforcecc.internal.token;

import org.camelforce.salesforcecc.token.LoginReason;
import org.camelforce.salesforcecc.token.TokenEvent;
import org.jspecify.annotations.Nullable;

/**
 * What happens without being asked for, when {@link RenewalPlan} says so: ends what is overdue, looks for changed
 * credentials, asks about the token, and renews it. Pure, see {@link TokenTransitions}.
 */
final class RenewalRules {

    private final LoginRules logins;

    RenewalRules(LoginRules logins) {
        this.logins = logins;
    }

    /** What is overdue ends before the source of the credentials is asked, which may hang. */
    static void woken(TokenChange to, Moment at) {
        LoginRules.endOverdueLogin(to, at);
        Question asked = to.question;
        if (asked != null && asked.isOverdue(at.now())) {
            to.question = null;
            to.then(new TokenEffect.EndQuestion(asked));
        } else {
            to.then(new TokenEffect.SeeCredentials());
        }
    }

    void credentialsSeen(TokenChange to, @Nullable Object version, Moment at) {
        to.plan();
        if (to.credentials.isChanged(version)) {
            to.throttle = to.throttle.credentialsChanged(at);
        }
        to.credentials = to.credentials.seen(version);
        if (to.closed || to.login != null || to.question != null || to.throttle.objection(at) != null) {
            return;
        }
        HeldToken current = to.current;
        if (current != null && current.askable() && !current.holds(to.rejected)) {
            to.ask(current, false, at);
        } else {
            renewIfDue(to, at);
        }
    }

    void answered(TokenChange to, TokenTrigger.Answered answered, Moment at) {
        HeldToken about = answered.about();
        HeldToken current = to.current;
        boolean unchanged = about.equals(current);
        if (!answered.askable()
                && current != null
                && current.holds(about.token().value())) {
            // also if the answer comes late, or the token was issued again meanwhile
            to.current = current.withAskable(false);
        }
        if (!answered.question().equals(to.question)) {
            return;
        }
        to.question = null;
        HeldToken extended = answered.extended();
        if (answered.inactive()) {
            logins.rejected(to, about.token().value(), at);
        } else if (unchanged) {
            if (extended == null) {
                to.current = about.withAskable(answered.askable());
            } else {
                to.current = extended;
                to.publish(new TokenEvent.ExpiryExtended(about.entry(), extended.entry()));
            }
            renewIfDue(to, at);
        }
        to.then(new TokenEffect.EndQuestion(answered.question()));
    }

    private void renewIfDue(TokenChange to, Moment at) {
        TokenState state = to.state();
        if (state.current() == null) {
            logins.joinOrLogin(to, LoginReason.INITIAL, at);
        } else if (state.isRejected()) {
            logins.joinOrLogin(to, LoginReason.REJECTED, at);
        } else if (state.urgency(at.now()) != Urgency.NONE) {
            logins.joinOrLogin(to, LoginReason.EXPIRING, at);
        }
    }
}
