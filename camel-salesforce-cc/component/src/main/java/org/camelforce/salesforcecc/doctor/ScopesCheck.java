package org.camelforce.salesforcecc.doctor;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.auth.LoginRejectedException;
import org.camelforce.salesforcecc.auth.RejectionReason;
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
    public Set<CheckName> needs(Examination examination) {
        return Set.of(CheckName.RUN_AS_USER);
    }

    @Override
    public Finding examine(Examination examination) throws InterruptedException {
        if (examination.loginFailure() instanceof LoginRejectedException refusal) {
            return Finding.refused(refusal);
        }
        String scope = scope(examination);
        if (scope == null) {
            return Finding.warning(
                    "Neither the token response nor token introspection names the scopes",
                    RejectionReason.NO_USABLE_SCOPE.remedy());
        }
        if (!List.of(scope.split("\\s+")).contains("api")) {
            return Finding.failed(
                    "The token has the scopes \"" + scope + "\", not api", RejectionReason.NO_USABLE_SCOPE.remedy());
        }
        if (JWT.matcher(examination.token().value()).matches()) {
            return Finding.warning(
                    "The token has the scope api, but is a JWT, which the Pub/Sub API refuses",
                    "Uncheck Issue JSON Web Token (JWT)-based access tokens for named users in Setup > External Client App"
                            + " Manager > your app > Settings > OAuth Settings.");
        }
        return Finding.passed(scope);
    }

    private static @Nullable String scope(Examination examination) throws InterruptedException {
        String granted = examination.token().scope();
        if (granted != null) {
            return granted;
        }
        return examination.introspection().json().path("scope").asText(null);
    }
}
