package org.camelforce.salesforcecc.doctor;

import java.util.EnumSet;
import java.util.Set;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginRejectedException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.RejectionReason;

/**
 * Whether the token endpoint is there and answers. This is where the login is made; later checks look at its outcome.
 */
final class TokenEndpointCheck implements Check {

    private static final Set<RejectionReason> HERE = EnumSet.of(
            RejectionReason.WRONG_DOMAIN, RejectionReason.INVALID_REQUEST, RejectionReason.UNTRUSTED_INSTANCE);

    @Override
    public CheckName name() {
        return CheckName.TOKEN_ENDPOINT;
    }

    @Override
    public Set<CheckName> needs(Examination examination) {
        return Set.of(CheckName.NETWORK);
    }

    @Override
    public Finding examine(Examination examination) throws InterruptedException {
        examination.login();
        LoginException failure = examination.loginFailure();
        if (failure == null) {
            return Finding.passed("It issued the token with fingerprint "
                    + examination.token().fingerprint() + " for "
                    + examination.token().instanceUrl());
        }
        if (failure instanceof LoginRejectedException refusal) {
            return HERE.contains(refusal.reason()) ? Finding.refused(refusal) : Finding.passed("It answers");
        }
        return examination.isLoginRateExceeded()
                ? Finding.passed("It answers")
                : Finding.failed(String.valueOf(failure.getMessage()), remedy((LoginUnavailableException) failure));
    }

    private static String remedy(LoginUnavailableException failure) {
        return failure.reason() == LoginUnavailableException.Reason.UNREACHABLE
                ? NetworkCheck.firewallRemedy()
                : "Look at https://status.salesforce.com for the org's instance and try again later. If it is not"
                        + " Salesforce that answers but a proxy, check options httpProxyHost and httpProxyPort.";
    }
}
