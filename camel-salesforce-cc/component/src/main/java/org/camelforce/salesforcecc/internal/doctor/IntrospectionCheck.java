package org.camelforce.salesforcecc.internal.doctor;

import java.util.Set;
import org.camelforce.salesforcecc.doctor.CheckName;
import org.camelforce.salesforcecc.internal.oauth.SalesforceAnswer;

/** Whether the app may ask what Salesforce knows about its token (RFC 7662). */
final class IntrospectionCheck implements Check {

    private static final String REMEDY =
            "Check Enable Token Introspection for your app in Setup > External Client App Manager > your app > Settings > OAuth"
                    + " Settings. If an administrator has ended the session, see Setup > Session Management.";

    @Override
    public CheckName name() {
        return CheckName.INTROSPECTION;
    }

    @Override
    public Set<CheckName> needs(DiagnosisContext examination) {
        return Set.of(CheckName.SCOPES);
    }

    @Override
    public Diagnosis examine(DiagnosisContext examination) throws InterruptedException {
        SalesforceAnswer answer = examination.introspection();
        if (!answer.isOk() || !answer.json().has("active")) {
            return Diagnosis.failed("The introspection endpoint answers with " + answer.summary(), REMEDY);
        }
        return answer.json().path("active").asBoolean()
                ? Diagnosis.passed("The token is active")
                : Diagnosis.failed("Salesforce says that its own token is not active", REMEDY);
    }
}
