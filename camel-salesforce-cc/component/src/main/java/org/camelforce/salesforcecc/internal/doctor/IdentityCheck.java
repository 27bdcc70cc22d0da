package org.camelforce.salesforcecc.internal.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Set;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.doctor.CheckName;
import org.camelforce.salesforcecc.internal.oauth.SalesforceAnswer;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.camelforce.salesforcecc.internal.text.RecordIds;
import org.jspecify.annotations.Nullable;

/** Whether the token is for the org and the user that were meant, by the identity URL of the token response. */
final class IdentityCheck implements Check {

    @Override
    public CheckName name() {
        return CheckName.IDENTITY;
    }

    @Override
    public Set<CheckName> needs(DiagnosisContext examination) {
        return Set.of(CheckName.SCOPES);
    }

    @Override
    public Diagnosis examine(DiagnosisContext examination) throws InterruptedException {
        AccessToken token = examination.token();
        String org = token.orgId();
        String user = token.userId();
        if (org == null || user == null) {
            return Diagnosis.warning(
                    "The token response has no identity URL", DenialReason.UNTRUSTED_INSTANCE.remedy());
        }
        String seen = "Org " + org + ", user " + user;
        String expectedOrg = examination.settings().expectedOrgId();
        if (differs(expectedOrg, org)) {
            return Diagnosis.failed(seen + "; expected was org " + expectedOrg, DenialReason.DIFFERENT_ORG.remedy());
        }
        String expectedUser = examination.settings().expectedUserId();
        if (differs(expectedUser, user)) {
            return Diagnosis.failed(seen + "; expected was user " + expectedUser, DenialReason.NO_RUN_AS_USER.remedy());
        }
        return ask(examination, URI.create(token.instanceUrl() + "/id/" + org + "/" + user), seen);
    }

    private static Diagnosis ask(DiagnosisContext examination, URI url, String seen) throws InterruptedException {
        SalesforceAnswer answer = examination.get(url);
        JsonNode identity = answer.json();
        if (!answer.isOk() || !identity.has("username")) {
            return Diagnosis.warning(
                    seen + "; the identity URL tells no more (" + answer.summary() + ")",
                    "To see more, add the scope Access the identity URL service (id, profile, email, address, phone) in"
                            + " Setup > External Client App Manager > your app > Settings > OAuth Settings > OAuth Scopes.");
        }
        String who = seen + " (" + OutsideText.said(identity.path("username").asText()) + ")";
        return identity.path("active").asBoolean(true)
                ? Diagnosis.passed(who)
                : Diagnosis.failed(who + " is not active", DenialReason.INACTIVE_USER.remedy());
    }

    private static boolean differs(@Nullable String expected, String actual) {
        return expected != null && !RecordIds.isSame(expected, actual);
    }
}
