package org.camelforce.salesforcecc.token;

import java.time.Duration;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.jspecify.annotations.Nullable;

/** A transition in a token's life. Immutable; the text form shows no token and no secret. */
public sealed interface TokenEvent {

    /**
     * A login has started, on the thread that needed it. {@link LoginSucceeded}, {@link LoginFailed} or
     * {@link LoginDenied} follows, or nothing if the component stops first.
     *
     * @param reason why
     */
    record LoginStarted(LoginReason reason) implements TokenEvent {}

    /**
     * A login has yielded a token.
     *
     * @param previous what was in use before, null after the first login
     * @param installed what is in use now
     * @param reason why the login was made
     * @param took from the decision to the token, by the monotonic ticker
     */
    record LoginSucceeded(@Nullable TokenEntry previous, TokenEntry installed, LoginReason reason, Duration took)
            implements TokenEvent {}

    /**
     * The token in use has a new expiry, without a login.
     *
     * @param previous the entry before
     * @param extended the entry with the new expiry
     */
    record ExpiryExtended(TokenEntry previous, TokenEntry extended) implements TokenEvent {}

    /**
     * Salesforce has rejected the token in use.
     *
     * @param rejected the entry with that token
     */
    record TokenRejected(TokenEntry rejected) implements TokenEvent {}

    /**
     * A login has failed, and is tried again.
     *
     * @param failure why
     * @param reason why the login was made
     * @param usableToken whether there is a token that still works
     * @param nextAttemptIn when the next login is allowed
     * @param took from the decision to the failure, by the monotonic ticker
     */
    record LoginFailed(
            LoginException failure, LoginReason reason, boolean usableToken, Duration nextAttemptIn, Duration took)
            implements TokenEvent {}

    /**
     * Salesforce has denied a login, and denies it again until a setting changes.
     *
     * @param denial why, with the remedy
     * @param reason why the login was made
     * @param usableToken whether there is a token that still works
     * @param nextAttemptIn when the next login is allowed
     * @param took from the decision to the denial, by the monotonic ticker
     */
    record LoginDenied(
            LoginDeniedException denial, LoginReason reason, boolean usableToken, Duration nextAttemptIn, Duration took)
            implements TokenEvent {}

    /**
     * A caller needed a login, but no login may be made now.
     *
     * @param nextAttemptIn when it is
     */
    record LoginThrottled(Duration nextAttemptIn) implements TokenEvent {}

    /**
     * The login acts as another user than the one before: the Run As user of the app was changed.
     *
     * @param before the token before
     * @param now the token now
     */
    record RunAsUserChanged(AccessToken before, AccessToken now) implements TokenEvent {}
}
