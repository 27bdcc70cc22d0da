package org.camelforce.salesforcecc.internal.doctor;

import java.util.Set;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.doctor.CheckName;
import org.camelforce.salesforcecc.internal.oauth.LoginUrl;

/** Whether the login URL has a form with which the flow can work. Sends nothing. */
final class LoginUrlCheck implements Check {

    @Override
    public CheckName name() {
        return CheckName.LOGIN_URL;
    }

    @Override
    public Set<CheckName> needs(DiagnosisContext examination) {
        return Set.of();
    }

    @Override
    public Diagnosis examine(DiagnosisContext examination) {
        DoctorSettings settings = examination.settings();
        try {
            LoginUrl url = LoginUrl.parse(settings.loginUrl(), settings.trustedHosts());
            examination.setLoginUrl(url);
            return Diagnosis.passed(url.toString());
        } catch (IllegalArgumentException e) {
            return Diagnosis.failed(String.valueOf(e.getMessage()), DenialReason.WRONG_DOMAIN.remedy());
        }
    }
}
