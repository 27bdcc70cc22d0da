package org.camelforce.salesforcecc.rotation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a current and a next pair.
 *
 * @param present the values by name, in their order
 * @param absent names of values that must not be there
 */
record StoredValues(Map<String, String> present, List<String> absent) {

    /** @param next the pair that is about to become the current one, or null if there is none */
    static StoredValues of(
            CredentialNames names, String loginUrl, ClientCredentials current, @Nullable ClientCredentials next) {
        CredentialNames ofNext = names.next();
        Map<String, String> values = new LinkedHashMap<>();
        values.put(names.key(), current.clientId());
        values.put(names.secret(), current.clientSecret());
        values.put(names.baseUri(), loginUrl);
        if (next == null) {
            return new StoredValues(values, List.of(ofNext.key(), ofNext.secret()));
        }
        values.put(ofNext.key(), next.clientId());
        values.put(ofNext.secret(), next.clientSecret());
        return new StoredValues(values, List.of());
    }

    /** Shows names only. */
    @Override
    public String toString() {
        return "StoredValues" + present.keySet();
    }
}
