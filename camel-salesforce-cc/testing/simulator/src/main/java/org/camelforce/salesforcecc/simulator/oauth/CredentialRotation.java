package org.camelforce.salesforcecc.simulator.oauth;

import java.time.Instant;
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

    /**
     * A pair beside the current one (Connect REST API Developer Guide, "App OAuth Staged Credentials").
     *
     * @param id 18-character id
     * @param consumer the pair; once rotated, the one that was current before
     * @param createdBy 18-character id of the user who staged it
     * @param createdDate when it was staged
     * @param expirationDate when it ends, 30 days after it was staged; once rotated, when the former pair ends
     * @param state what has become of it
     */
    record StagedCredentials(
            String id,
            ConsumerDetails consumer,
            String createdBy,
            Instant createdDate,
            Instant expirationDate,
            State state) {

        /** What has become of staged credentials; {@link #wireName} is the value of the field {@code state}. */
        public enum State {
            /** Waits to be made current. */
            ACTIVE("Active"),
            /** Was not made current in time. */
            EXPIRED("Expired"),
            /**
             * Made current. The entry now holds the pair that was current before; deleting it ends that pair. So tools
             * that work against real orgs describe it; Salesforce's documentation only names the state.
             */
            ROTATED("Rotated");

            private final String wireName;

            State(String wireName) {
                this.wireName = wireName;
            }

            /** @return the name in the API */
            public String wireName() {
                return wireName;
            }
        }

        /** Names neither key nor secret. */
        @Override
        public String toString() {
            return "StagedCredentials[id=" + id + ", state=" + state + "]";
        }
    }
}
