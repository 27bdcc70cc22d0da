package org.camelforce.salesforcecc.simulator.internal.oauth;

import org.camelforce.salesforcecc.simulator.oauth.Session;

/** The identity URL of a session's user. */
final class IdentityUrl {

    private IdentityUrl() {}

    static String of(String instanceUrl, Session session) {
        return instanceUrl + "/id/" + session.orgId() + "/" + session.userId();
    }
}
