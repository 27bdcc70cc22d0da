package org.camelforce.salesforcecc.simulator.oauth;

import java.util.List;
import java.util.Optional;

/**
 * Key and secret of an app over time: the current pair, the one staged to follow it, and the one before it. What the
 * REST resources below {@code apps/oauth/credentials} do can be done here as well. Safe for use by several threads.
 *
 * <p>A new app gives the former pair 30 days of grace (as tools that work against real orgs report it; Salesforce names
 * no length), ends its sessions when it rotates (as documented for Connected Apps, Salesforce Help, "Rotate Consumer
 * Details"; unknown for External Client Apps), and lets no staged pair log in (not confirmed).
 */
public interface CredentialRotation {

    /** @return the current key and secret */
    ConsumerDetails current();

    /** @return what the token endpoint does after a rotation */
    RotationBehavior behavior();

    /** @param behavior what the token endpoint does after the rotations to come */
    void setBehavior(RotationBehavior behavior);

    /** @param revoking whether a rotation ends all sessions of the app */
    void setRevokingTokens(boolean revoking);

    /** @param allowed whether a pair that is staged and not yet rotated can log in */
    void setStagedLoginAllowed(boolean allowed);

    /**
     * Stages a new pair, in place of one that is staged already.
     *
     * @param createdBy 18-character id of the user who does it
     * @return the new pair and its id
     */
    StagedCredentials stage(String createdBy);

    /** @return the staged pair, if any, and the entry of the last rotation until it is deleted */
    List<StagedCredentials> staged();

    /**
     * @param id 15- or 18-character id of staged credentials
     * @return them, empty if there are none with that id
     */
    Optional<StagedCredentials> staged(String id);

    /**
     * Makes a staged pair the current one.
     *
     * @param id 15- or 18-character id of staged credentials
     * @return the entry, which now holds the former pair
     * @throws IllegalStateException if there is no such entry, or it has expired or been rotated
     */
    StagedCredentials rotate(String id);

    /**
     * Stages a pair and makes it current, as an administrator does in Setup.
     *
     * @return the new current pair
     */
    ConsumerDetails rotate();

    /**
     * Deletes staged credentials. The entry of a rotation takes the former pair with it.
     *
     * @param id 15- or 18-character id
     * @return whether there were any with that id
     */
    boolean delete(String id);
}
