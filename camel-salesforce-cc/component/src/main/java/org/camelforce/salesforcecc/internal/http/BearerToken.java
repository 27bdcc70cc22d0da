package org.camelforce.salesforcecc.internal.http;

import org.camelforce.salesforcecc.internal.connection.Origin;

/**
 * A token and the only place that it may be sent to.
 *
 * @param token the token's value
 * @param target origin of its instance URL
 */
record BearerToken(String token, Origin target) {

    /** Without the token. */
    @Override
    public String toString() {
        return "Grant[" + target + "]";
    }
}
