package org.camelforce.salesforcecc.internal.doctor;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.doctor.CheckName;
import org.jspecify.annotations.Nullable;

/**
 * Whether the token may be used for the API, by the scopes of the token response or, if it names none, of token
 * introspection.
 */
final class ScopesCheck implements Check {

    /** The compact form of a JSON Web Signature (RFC 7515, section 7.1), whose header is a JSON object. */
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    @Override
    public CheckName name() {
        return CheckName.SCOPES;
    }

    @Override
    public Set<CheckName> needs(DiagnosisContext examination) {
        return Set.of(CheckName.RUN_AS_USER);
    }

    @Override
    public Diagnosis examine(DiagnosisContext examination) throws InterruptedException {
        if (examination.loginFailure() instanceof LoginDeniedException denial) {
            return Diagnosis.denied(denial);
        }
        String scope = scope(examination);
        if (scope == null) {
            return Diagnosis.warning(
                    "Neither the token response nor token introspection names the scopes",
                    DenialReason.NO_USABLE_SCOPE.remedy());
        }
        if (!List.of(scope.split("\\s+")).contains("api")) {
            return Diagnosis.failed(
                    "The token has the scopes \"" + scope + "\", not api", DenialReason.NO_USABLE_SCOPE.remedy());
        }
        if (JWT.matcher(examination.token().value()).matches()) {
            return Diagnosis.warning(
                    "The token has the scope api, but is a JWT, which the Pub/Sub API refuses",
                    "Uncheck Issue JSON Web Token (JWT)-based access tokens for named users in Setup > External Client App"
                            + " Manager > your app > Settings > OAuth Settings.");
        }
        return Diagnosis.passed(scope);
    }

    private static @Nullable String scope(DiagnosisContext examination) throws InterruptedException {
        String granted = examination.token().scope();
        if (granted != null) {
            return granted;
        }
        return examination.introspection().json().path("scope").asText(null);
    }
}
