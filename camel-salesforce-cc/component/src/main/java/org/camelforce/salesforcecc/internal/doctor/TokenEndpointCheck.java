package org.camelforce.salesforcecc.internal.doctor;

import java.util.EnumSet;
import java.util.Set;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.doctor.CheckName;

/**
 * Whether the token endpoint is there and answers. This is where the login is made; later checks look at its outcome.
 */
final class TokenEndpointCheck implements Check {

    private static final Set<DenialReason> HERE =
            EnumSet.of(DenialReason.WRONG_DOMAIN, DenialReason.INVALID_REQUEST, DenialReason.UNTRUSTED_INSTANCE);

    @Override
    public CheckName name() {
        return CheckName.TOKEN_ENDPOINT;
    }

    @Override
    public Set<CheckName> needs(DiagnosisContext examination) {
        return Set.of(CheckName.NETWORK);
    }

    @Override
    public Diagnosis examine(DiagnosisContext examination) throws InterruptedException {
        examination.login();
        LoginException failure = examination.loginFailure();
        if (failure == null) {
            return Diagnosis.passed("It issued the token with fingerprint "
                    + examination.token().fingerprint() + " for "
                    + examination.token().instanceUrl());
        }
        if (failure instanceof LoginDeniedException denial) {
            return HERE.contains(denial.reason()) ? Diagnosis.denied(denial) : Diagnosis.passed("It answers");
        }
        return examination.isLoginRateExceeded()
                ? Diagnosis.passed("It answers")
                : Diagnosis.failed(String.valueOf(failure.getMessage()), remedy((LoginUnavailableException) failure));
    }

    private static String remedy(LoginUnavailableException failure) {
        return failure.reason() == LoginUnavailableException.Reason.UNREACHABLE
                ? NetworkCheck.firewallRemedy()
                : "Look at https://status.salesforce.com for the org's instance and try again later. If it is not"
                        + " Salesforce that answers but a proxy, check options httpProxyHost and httpProxyPort.";
    }
}
