package org.camelforce.salesforcecc.internal.token;

import org.camelforce.salesforcecc.token.TokenEntry;
import org.jspecify.annotations.Nullable;

/** Receives new tokens. Called on the thread that completed the login; must return quickly. */
@FunctionalInterface
public interface TokenListener {

    /**
     * A login has put a token in place. Called before those who wait for the login go on.
     *
     * @param previous what was in use before, null after the first login
     * @param installed what is in use now
     */
    void tokenInstalled(@Nullable TokenEntry previous, TokenEntry installed);
}
