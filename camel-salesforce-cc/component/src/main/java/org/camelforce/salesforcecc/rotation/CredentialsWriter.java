package org.camelforce.salesforcecc.rotation;

import org.camelforce.salesforcecc.auth.ClientCredentials;

/**
 * Where the new key and secret are kept. {@link CredentialsFileWriter} and {@link CredentialsFolderWriter} are ready
 * ones; implement it for a vault.
 */
@FunctionalInterface
public interface CredentialsWriter {

    /**
     * Stores a pair durably, in place of the one that is stored. Called with the new pair before the former one stops
     * working, and again with the former one if Salesforce then refuses to rotate. Called on the thread of the
     * rotation; may block.
     *
     * @param credentials the pair; never log it
     * @throws Exception if the pair is not stored, in which case what was stored before must still be there; the
     *     message must not contain the secret. The rotation then stops, and the former pair stays the current one.
     */
    void write(ClientCredentials credentials) throws Exception;
}
