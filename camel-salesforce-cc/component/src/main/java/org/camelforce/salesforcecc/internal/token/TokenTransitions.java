package org.camelforce.salesforcecc.internal.token;

import org.camelforce.salesforcecc.token.TokenPolicy;

/**
 * The rules of a token's life: what follows from a state and a trigger. Pure: it reads no clock, holds no lock and does
 * nothing itself, so that a test can go through all states and triggers. {@link LoginRules} has the rules of logins,
 * {@link RenewalRules} those of the background.
 */
final class TokenTransitions {

    private final LoginRules logins;
    private final RenewalRules renewals;

    /**
     * @param policy the numbers
     * @param identity org and user to insist on
     */
    TokenTransitions(TokenPolicy policy, IdentityGuard identity) {
        this.logins = new LoginRules(policy, identity);
        this.renewals = new RenewalRules(logins);
    }

    /**
     * @param state where the token is
     * @param trigger what happens
     * @param at what the world is like
     * @return the next state, and what is to be done
     */
    TokenStep after(TokenState state, TokenTrigger trigger, Moment at) {
        TokenChange to = new TokenChange(state);
        if (trigger instanceof TokenTrigger.Needed needed) {
            logins.needed(to, needed.reason(), at);
        } else if (trigger instanceof TokenTrigger.Rejected rejected) {
            logins.rejected(to, rejected.token(), at);
        } else if (trigger instanceof TokenTrigger.RejectedAgain again) {
            LoginRules.rejectedAgain(to, again.token(), at);
        } else if (trigger instanceof TokenTrigger.OrgMoved moved) {
            logins.orgMoved(to, moved, at);
        } else if (trigger instanceof TokenTrigger.RenewalOrdered) {
            logins.renewalOrdered(to, at);
        } else if (trigger instanceof TokenTrigger.Forgotten) {
            to.forgotten = state.last();
            to.current = null;
        } else if (trigger instanceof TokenTrigger.Awaited) {
            to.wanted = true;
        } else if (trigger instanceof TokenTrigger.CredentialsChanged) {
            to.throttle = to.throttle.credentialsChanged(at);
        } else if (trigger instanceof TokenTrigger.LoginSucceeded succeeded) {
            logins.loginSucceeded(to, succeeded, at);
        } else if (trigger instanceof TokenTrigger.LoginFailed failed) {
            LoginRules.loginFailed(to, failed.login(), failed.failure(), failed.version(), at);
        } else if (trigger instanceof TokenTrigger.LoginLost lost) {
            LoginRules.loginLost(to, lost);
        } else if (trigger instanceof TokenTrigger.Woken) {
            RenewalRules.woken(to, at);
        } else if (trigger instanceof TokenTrigger.CredentialsSeen seen) {
            renewals.credentialsSeen(to, seen.version(), at);
        } else if (trigger instanceof TokenTrigger.Answered answered) {
            renewals.answered(to, answered, at);
        } else if (trigger instanceof TokenTrigger.Closed) {
            LoginRules.closed(to);
        } else {
            throw new IllegalArgumentException("unknown trigger " + trigger);
        }
        return to.step();
    }
}
