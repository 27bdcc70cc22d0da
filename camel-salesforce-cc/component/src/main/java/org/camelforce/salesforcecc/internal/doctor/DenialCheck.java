package org.camelforce.salesforcecc.internal.doctor;

import java.util.EnumSet;
import java.util.Set;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.doctor.CheckName;

/**
 * One step that Salesforce takes before it issues a token: it fails if the login was denied for one of its reasons. A
 * login denied for the reason of a later step has passed this one.
 */
final class DenialCheck implements Check {

    private final CheckName name;
    private final CheckName before;
    private final String passed;
    private final Set<DenialReason> reasons;

    private DenialCheck(CheckName name, CheckName before, String passed, Set<DenialReason> reasons) {
        this.name = name;
        this.before = before;
        this.passed = passed;
        this.reasons = reasons;
    }

    static DenialCheck credentials() {
        return new DenialCheck(
                CheckName.CREDENTIALS,
                CheckName.TOKEN_ENDPOINT,
                "Salesforce knows them",
                EnumSet.of(
                        DenialReason.UNKNOWN_CLIENT_ID,
                        DenialReason.WRONG_CLIENT_SECRET,
                        DenialReason.DIFFERENT_ORG,
                        DenialReason.OTHER));
    }

    static DenialCheck flow() {
        return new DenialCheck(
                CheckName.FLOW,
                CheckName.CREDENTIALS,
                "The app offers it",
                EnumSet.of(
                        DenialReason.FLOW_NOT_ENABLED,
                        DenialReason.INACTIVE_ORG,
                        DenialReason.APP_NOT_INSTALLED,
                        DenialReason.APP_BLOCKED));
    }

    static DenialCheck runAsUser() {
        return new DenialCheck(
                CheckName.RUN_AS_USER,
                CheckName.FLOW,
                "The app has one, who can log in from here",
                EnumSet.of(
                        DenialReason.NO_RUN_AS_USER,
                        DenialReason.INACTIVE_USER,
                        DenialReason.APP_NOT_APPROVED,
                        DenialReason.IP_RESTRICTED,
                        DenialReason.AUTHENTICATION_FAILURE));
    }

    @Override
    public CheckName name() {
        return name;
    }

    /** A login denied for its rate alone says nothing about these steps. */
    @Override
    public Set<CheckName> needs(DiagnosisContext examination) {
        return Set.of(examination.isLoginRateExceeded() ? CheckName.LOGIN_RATE : before);
    }

    @Override
    public Diagnosis examine(DiagnosisContext examination) {
        LoginDeniedException denial = examination.denial();
        if (denial == null || !reasons.contains(denial.reason())) {
            return Diagnosis.passed(passed);
        }
        return examination.hasToken()
                ? Diagnosis.warning(
                        "The current pair is denied, but the other pair works: " + denial.denial(),
                        denial.reason().remedy())
                : Diagnosis.denied(denial);
    }
}
