package org.camelforce.salesforcecc.internal.token;

import java.util.List;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.jspecify.annotations.Nullable;

/**
 * What follows when something has happened to a token.
 *
 * @param state the next state; the same object as before if nothing has changed
 * @param effects what is to be done, in this order
 * @param answer what whoever has caused it gets; null if that is nothing
 * @param plans whether the next work in the background is to be planned again
 */
record TokenStep(TokenState state, List<TokenEffect> effects, @Nullable Answer answer, boolean plans) {

    /** What a caller gets. */
    sealed interface Answer {

        /**
         * The token in use.
         *
         * @param entry the token
         */
        record Use(TokenEntry entry) implements Answer {}

        /**
         * What a login leads to.
         *
         * @param login the login under way
         */
        record Wait(InFlightLogin login) implements Answer {}

        /**
         * Nothing: no login is made.
         *
         * @param failure why
         */
        record Fail(LoginException failure) implements Answer {}
    }
}
