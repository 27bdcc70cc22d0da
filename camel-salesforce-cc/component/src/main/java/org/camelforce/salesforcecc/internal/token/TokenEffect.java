package org.camelforce.salesforcecc.internal.token;

import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenEvent;
import org.jspecify.annotations.Nullable;

/** What is to be done after something has happened to a token. */
sealed interface TokenEffect {

    /**
     * Log in.
     *
     * @param login the login that begins
     * @param attempts how often it may be tried
     */
    record StartLogin(InFlightLogin login, int attempts) implements TokenEffect {}

    /**
     * Give a token to those who wait for it.
     *
     * @param login the login that they wait for; null if there is none
     * @param entry the token
     */
    record CompleteLogin(@Nullable InFlightLogin login, TokenEntry entry) implements TokenEffect {}

    /**
     * Let those fail who wait for a login.
     *
     * @param login the login
     * @param failure why
     */
    record FailLogin(InFlightLogin login, LoginException failure) implements TokenEffect {}

    /**
     * Let those fail who wait for the first token.
     *
     * @param failure why
     */
    record FailFirst(LoginException failure) implements TokenEffect {}

    /**
     * Tell the clients that there is another token.
     *
     * @param previous the one before; null after the first login
     * @param installed the one in use now
     */
    record TellInstalled(@Nullable TokenEntry previous, TokenEntry installed) implements TokenEffect {}

    /**
     * Tell the listeners what has happened.
     *
     * @param event what
     */
    record Publish(TokenEvent event) implements TokenEffect {}

    /**
     * Ask Salesforce about a token.
     *
     * @param question the question that begins
     * @param about the token
     * @param isNew whether it has just been obtained
     */
    record Ask(Question question, HeldToken about, boolean isNew) implements TokenEffect {}

    /**
     * Let those go on who wait for the end of a question.
     *
     * @param question the question
     */
    record EndQuestion(Question question) implements TokenEffect {}

    /** Ask the source of the credentials whether they have changed. */
    record SeeCredentials() implements TokenEffect {}
}
