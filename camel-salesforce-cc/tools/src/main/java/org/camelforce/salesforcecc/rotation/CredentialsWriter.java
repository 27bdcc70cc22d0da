package org.camelforce.salesforcecc.rotation;

import org.camelforce.salesforcecc.auth.ClientCredentials;

/**
 * Where the new key and secret are kept. {@link CredentialsFileWriter} and {@link CredentialsFolderWriter} are ready
 * ones; implement it for a vault.
 */
@FunctionalInterface
public interface CredentialsWriter {

    /**
     * Stores a pair durably, in place of what is stored. Called with the new pair, see {@link #writeBoth}, and with the
     * former one if Salesforce rejects the rotation. Called on the thread of the rotation; may block.
     *
     * @param credentials the pair; never log it
     * @throws Exception if the pair is not stored, in which case what was stored before must still be there; the
     *     message must not contain the secret. The rotation then stops, and the former pair stays the current one.
     */
    void write(ClientCredentials credentials) throws Exception;

    /**
     * Stores a pair that is about to become the current one besides the one that is, so that whoever reads both can log
     * in at each moment, whatever becomes of the rotation. Called before Salesforce is asked to rotate; when the new
     * pair has been proved, {@link #write} is called with it alone. Unless this method is implemented, only the new
     * pair is stored: a rotation that is killed before Salesforce has rotated then leaves a pair that does not work.
     *
     * @param current the pair that is the current one still; never log it
     * @param next the pair that is about to be; never log it
     * @return whether both are stored now
     * @throws Exception as {@link #write}
     */
    default boolean writeBoth(ClientCredentials current, ClientCredentials next) throws Exception {
        write(next);
        return false;
    }
}
