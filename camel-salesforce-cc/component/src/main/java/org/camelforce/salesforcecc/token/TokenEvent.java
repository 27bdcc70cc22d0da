package org.camelforce.salesforcecc.token;

import java.time.Duration;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginRejectedException;
import org.jspecify.annotations.Nullable;

/** A transition in a token's life. Immutable; the text form shows no token and no secret. */
public sealed interface TokenEvent {

    /**
     * A login has been begun, on the thread that needed it. What comes of it is told by {@link Obtained},
     * {@link RenewalFailed} or {@link Refused}; by nothing if the component stops before.
     *
     * @param reason why
     */
    record Begun(LoginReason reason) implements TokenEvent {}

    /**
     * A login has yielded a token.
     *
     * @param previous what was in use before, null after the first login
     * @param installed what is in use now
     * @param reason why the login was made
     * @param took from the decision to the token, by the monotonic ticker
     */
    record Obtained(@Nullable TokenEntry previous, TokenEntry installed, LoginReason reason, Duration took)
            implements TokenEvent {}

    /**
     * The expiry of the token in use is known anew, without a login.
     *
     * @param previous the entry before
     * @param extended the entry with the new expiry
     */
    record Extended(TokenEntry previous, TokenEntry extended) implements TokenEvent {}

    /**
     * Salesforce has refused the token in use.
     *
     * @param refused the entry with that token
     */
    record Rejected(TokenEntry refused) implements TokenEvent {}

    /**
     * A login has failed for now.
     *
     * @param failure why
     * @param reason why the login was made
     * @param usableToken whether there is a token that still works
     * @param nextAttemptIn when the next login is allowed
     * @param took from the decision to the failure, by the monotonic ticker
     */
    record RenewalFailed(
            LoginException failure, LoginReason reason, boolean usableToken, Duration nextAttemptIn, Duration took)
            implements TokenEvent {}

    /**
     * A login was refused: it will be refused again until someone changes a setting.
     *
     * @param refusal why, with the remedy
     * @param reason why the login was made
     * @param usableToken whether there is a token that still works
     * @param nextAttemptIn when the next login is allowed
     * @param took from the decision to the refusal, by the monotonic ticker
     */
    record Refused(
            LoginRejectedException refusal,
            LoginReason reason,
            boolean usableToken,
            Duration nextAttemptIn,
            Duration took)
            implements TokenEvent {}

    /**
     * A caller that needed a login was turned away, because the next one is not due yet.
     *
     * @param nextAttemptIn when it is
     */
    record Paced(Duration nextAttemptIn) implements TokenEvent {}

    /**
     * The login acts as another user than the one before: the Run As user of the app was changed.
     *
     * @param before the token before
     * @param now the token now
     */
    record RunAsUserChanged(AccessToken before, AccessToken now) implements TokenEvent {}
}
