package org.camelforce.salesforcecc.internal.console;

import org.apache.camel.util.json.JsonObject;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenStatus;

/** What the console shows of a login. */
final class LoginView {

    private LoginView() {}

    static JsonObject of(TokenStatus now) {
        View view = new View()
                .add("usable", now.usable())
                .seconds("ageSeconds", now.age())
                .seconds("renewalInSeconds", now.renewalIn())
                .add("lastReason", now.lastReason())
                .add("loginsLeft", now.loginsLeft());
        TokenEntry entry = now.entry();
        if (entry != null) {
            AccessToken token = entry.token();
            view.add("fingerprint", entry.fingerprint())
                    .add("instanceUrl", token.instanceUrl())
                    .add("orgId", token.orgId())
                    .add("userId", token.userId())
                    .add("credentials", entry.candidate())
                    .add("expiresAt", entry.expiry().at())
                    .add("expirySource", entry.expiry().source());
        }
        LoginException failure = now.lastFailure();
        if (failure != null) {
            view.add("failure", failure.getMessage()).seconds("nextAttemptInSeconds", now.nextAttemptIn());
        }
        return view.json();
    }
}
