package org.camelforce.salesforcecc.rotation;

import org.camelforce.salesforcecc.auth.ClientCredentials;

/**
 * An entry of the staged credentials of a consumer (Connect REST API Developer Guide, "App OAuth Staged Credentials").
 *
 * @param id its id
 * @param credentials the pair; that of a rotated entry is not relied on
 * @param state {@code Active}, {@code Expired} or {@code Rotated}
 */
record StagedPair(String id, ClientCredentials credentials, String state) {

    boolean isActive() {
        return state.equals("Active");
    }

    boolean isRotated() {
        return state.equals("Rotated");
    }

    @Override
    public String toString() {
        return "StagedPair[id=" + id + ", state=" + state + "]";
    }
}
