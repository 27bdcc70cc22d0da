package org.camelforce.salesforcecc.simulator.oauth;

import java.time.Instant;

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
public record StagedCredentials(
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
         * Made current. The entry now holds the pair that was current before; deleting it ends that pair. So tools that
         * work against real orgs describe it; Salesforce's documentation only names the state.
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
