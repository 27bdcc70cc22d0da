package org.camelforce.salesforcecc.doctor;

import java.util.EnumSet;
import java.util.Set;
import org.camelforce.salesforcecc.auth.LoginRejectedException;
import org.camelforce.salesforcecc.auth.RejectionReason;

/**
 * One step that Salesforce takes before it issues a token: it fails if the login was refused for one of its reasons. A
 * login refused for the reason of a later step has passed this one.
 */
final class RefusalCheck implements Check {

    private final CheckName name;
    private final CheckName before;
    private final String passed;
    private final Set<RejectionReason> reasons;

    private RefusalCheck(CheckName name, CheckName before, String passed, Set<RejectionReason> reasons) {
        this.name = name;
        this.before = before;
        this.passed = passed;
        this.reasons = reasons;
    }

    static RefusalCheck credentials() {
        return new RefusalCheck(
                CheckName.CREDENTIALS,
                CheckName.TOKEN_ENDPOINT,
                "Salesforce knows them",
                EnumSet.of(
                        RejectionReason.UNKNOWN_CLIENT_ID,
                        RejectionReason.WRONG_CLIENT_SECRET,
                        RejectionReason.DIFFERENT_ORG,
                        RejectionReason.OTHER));
    }

    static RefusalCheck flow() {
        return new RefusalCheck(
                CheckName.FLOW,
                CheckName.CREDENTIALS,
                "The app offers it",
                EnumSet.of(
                        RejectionReason.FLOW_NOT_ENABLED,
                        RejectionReason.INACTIVE_ORG,
                        RejectionReason.APP_NOT_INSTALLED,
                        RejectionReason.APP_BLOCKED));
    }

    static RefusalCheck runAsUser() {
        return new RefusalCheck(
                CheckName.RUN_AS_USER,
                CheckName.FLOW,
                "The app has one, who may log in from here",
                EnumSet.of(
                        RejectionReason.NO_RUN_AS_USER,
                        RejectionReason.INACTIVE_USER,
                        RejectionReason.APP_NOT_APPROVED,
                        RejectionReason.IP_RESTRICTED,
                        RejectionReason.AUTHENTICATION_FAILURE));
    }

    @Override
    public CheckName name() {
        return name;
    }

    /** A login refused for its rate alone says nothing about these steps. */
    @Override
    public Set<CheckName> needs(Examination examination) {
        return Set.of(examination.isLoginRateExceeded() ? CheckName.LOGIN_RATE : before);
    }

    @Override
    public Finding examine(Examination examination) {
        return examination.loginFailure() instanceof LoginRejectedException refusal
                        && reasons.contains(refusal.reason())
                ? Finding.refused(refusal)
                : Finding.passed(passed);
    }
}
