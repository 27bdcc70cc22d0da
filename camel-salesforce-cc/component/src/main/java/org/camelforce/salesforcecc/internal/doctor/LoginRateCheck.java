package org.camelforce.salesforcecc.internal.doctor;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.doctor.CheckName;
import org.camelforce.salesforcecc.internal.oauth.SalesforceAnswer;

/**
 * How many of the 3,600 logins per hour the user has left (SOAP API Developer Guide, "login()"), by the login history
 * where the user may read it.
 */
final class LoginRateCheck implements Check {

    private static final int LOGINS_PER_HOUR = 3_600;
    private static final int FEW = LOGINS_PER_HOUR / 10;
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final String REMEDY =
            "In Setup > Login History, look for what else logs in as the Run As user, and let it"
                    + " keep its token. A refused user can log in again after about an hour.";

    @Override
    public CheckName name() {
        return CheckName.LOGIN_RATE;
    }

    @Override
    public Set<CheckName> needs(DiagnosisContext examination) {
        return examination.isLoginRateExceeded() ? Set.of() : Set.of(CheckName.API_ACCESS);
    }

    @Override
    public Diagnosis examine(DiagnosisContext examination) throws InterruptedException {
        LoginException failure = examination.loginFailure();
        if (failure != null) {
            return Diagnosis.failed(String.valueOf(failure.getMessage()), REMEDY);
        }
        String user = examination.token().userId();
        SalesforceAnswer answer = user == null ? SalesforceAnswer.none("the user is unknown") : ask(examination, user);
        if (!answer.isOk() || !answer.json().has("totalSize")) {
            return Diagnosis.warning(
                    "unknown: the login history cannot be read (" + answer.summary() + ")",
                    "To see it, look in Setup > Login History, or give the Run As user the permission Manage Users in Setup >"
                            + " Permission Sets > System Permissions.");
        }
        return judge(answer.json().path("totalSize").asInt());
    }

    private static SalesforceAnswer ask(DiagnosisContext examination, String user) throws InterruptedException {
        String since = examination
                .settings()
                .clock()
                .instant()
                .minus(WINDOW)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String soql = "SELECT COUNT() FROM LoginHistory WHERE UserId = '" + user + "' AND LoginTime > " + since;
        URI url = examination.resource("/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8));
        return examination.get(url);
    }

    private static Diagnosis judge(int logins) {
        int left = Math.max(0, LOGINS_PER_HOUR - logins);
        String seen = left + " of " + LOGINS_PER_HOUR + ", " + logins + " logins in the last hour";
        return left > FEW ? Diagnosis.passed(seen) : Diagnosis.warning(seen, REMEDY);
    }
}
