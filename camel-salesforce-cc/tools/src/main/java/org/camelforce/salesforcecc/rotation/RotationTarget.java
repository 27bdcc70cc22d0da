package org.camelforce.salesforcecc.rotation;

import org.camelforce.salesforcecc.internal.text.Fingerprint;
import org.camelforce.salesforcecc.internal.text.RecordIds;
import org.jspecify.annotations.Nullable;

/**
 * Which consumer of which app is to be rotated; what is null is looked up.
 *
 * @param appId id of the External Client App, starting with {@code 0x}
 * @param appName its API name
 * @param consumerId id of its OAuth consumer
 * @param clientId its current consumer key
 */
record RotationTarget(
        @Nullable String appId, @Nullable String appName, @Nullable String consumerId, @Nullable String clientId) {

    boolean isConsumer(String id, String key) {
        return (consumerId == null || RecordIds.isSame(consumerId, id)) && (clientId == null || clientId.equals(key));
    }

    /** Names what was asked for; the consumer key by its fingerprint. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        add(text, "appId", appId);
        add(text, "appName", appName);
        add(text, "consumerId", consumerId);
        add(text, "clientId", clientId == null ? null : "with fingerprint " + Fingerprint.of(clientId));
        return text.isEmpty() ? "any app" : text.toString();
    }

    private static void add(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append(text.isEmpty() ? "" : ", ").append(name).append(' ').append(value);
        }
    }
}
