package org.camelforce.salesforcecc.cli;

import org.jspecify.annotations.Nullable;

/** Asks whoever sits before the terminal for a secret, without showing it. */
@FunctionalInterface
interface SecretPrompt {

    /**
     * @param question what to ask for
     * @return the answer, null if there is no terminal
     */
    char @Nullable [] ask(String question);
}
