package org.camelforce.salesforcecc.internal.token;

import java.net.URI;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.token.LoginReason;
import org.jspecify.annotations.Nullable;

/** What can happen to a token. */
sealed interface TokenTrigger {

    /**
     * Somebody needs a token.
     *
     * @param reason why a login is made, if one is
     */
    record Needed(LoginReason reason) implements TokenTrigger {}

    /**
     * Salesforce has rejected a token.
     *
     * @param token its value
     */
    record Rejected(String token) implements TokenTrigger {

        @Override
        public String toString() {
            return "Rejected";
        }
    }

    /**
     * Salesforce has rejected a token in the request that it was obtained for.
     *
     * @param token its value
     */
    record RejectedAgain(String token) implements TokenTrigger {

        @Override
        public String toString() {
            return "RejectedAgain";
        }
    }

    /**
     * The org is not where a request went.
     *
     * @param token the value of the token that it carried
     * @param instanceUrl where it went
     */
    record OrgMoved(String token, URI instanceUrl) implements TokenTrigger {

        @Override
        public String toString() {
            return "OrgMoved";
        }
    }

    /** An operator wants a login. */
    record RenewalOrdered() implements TokenTrigger {}

    /** An operator drops the token. */
    record Forgotten() implements TokenTrigger {}

    /** Somebody waits for the first token, however long it takes. */
    record Awaited() implements TokenTrigger {}

    /** A login has found other credentials than the one before. */
    record CredentialsChanged() implements TokenTrigger {}

    /**
     * A login has yielded a token.
     *
     * @param login which
     * @param obtained the token
     * @param version what the credentials were like when they were read
     */
    record LoginSucceeded(InFlightLogin login, HeldToken obtained, @Nullable Object version) implements TokenTrigger {}

    /**
     * A login has failed.
     *
     * @param login which
     * @param failure why
     * @param version what the credentials were like when they were read
     */
    record LoginFailed(InFlightLogin login, LoginException failure, @Nullable Object version) implements TokenTrigger {}

    /**
     * A login has failed, and that could not be recorded.
     *
     * @param login which
     * @param failure why it failed
     */
    record LoginLost(InFlightLogin login, LoginException failure) implements TokenTrigger {}

    /** The time that was planned has come. */
    record Woken() implements TokenTrigger {}

    /**
     * The source of the credentials has been asked whether they have changed.
     *
     * @param version what they are like
     */
    record CredentialsSeen(@Nullable Object version) implements TokenTrigger {}

    /**
     * A question about the token is over, with or without an answer.
     *
     * @param question which
     * @param about the token
     * @param inactive whether the answer is that it does not work any more
     * @param extended the token with the expiry of the answer; null if there is none
     * @param askable whether there may be an answer another time
     */
    record Answered(Question question, HeldToken about, boolean inactive, @Nullable HeldToken extended, boolean askable)
            implements TokenTrigger {}

    /** The last user has gone. */
    record Closed() implements TokenTrigger {}
}
