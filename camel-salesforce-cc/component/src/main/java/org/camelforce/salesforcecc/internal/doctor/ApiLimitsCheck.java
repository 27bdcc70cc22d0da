package org.camelforce.salesforcecc.internal.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.camelforce.salesforcecc.doctor.CheckName;
import org.camelforce.salesforcecc.internal.oauth.SalesforceAnswer;

/** How much of the org's daily allocation of API requests is left (REST API Developer Guide, "Limits"). */
final class ApiLimitsCheck implements Check {

    private static final int FEW_PERCENT = 10;
    private static final String REMEDY =
            "Look at API Requests, Last 24 Hours in Setup > Company Information, and for what else"
                    + " uses them in Setup > System Overview.";

    @Override
    public CheckName name() {
        return CheckName.API_LIMITS;
    }

    @Override
    public Set<CheckName> needs(DiagnosisContext examination) {
        return Set.of(examination.isApiLimitReached() ? CheckName.SCOPES : CheckName.API_ACCESS);
    }

    @Override
    public Diagnosis examine(DiagnosisContext examination) throws InterruptedException {
        SalesforceAnswer answer = examination.get(examination.resource("/limits"));
        if (answer.errorCode().equals("REQUEST_LIMIT_EXCEEDED")) {
            return Diagnosis.failed(answer.summary() + header(answer), REMEDY);
        }
        JsonNode daily = answer.json().path("DailyApiRequests");
        if (!answer.isOk() || daily.isMissingNode()) {
            return Diagnosis.warning("unknown: the limits cannot be read (" + answer.summary() + ")", REMEDY);
        }
        long max = daily.path("Max").asLong();
        long left = daily.path("Remaining").asLong();
        String seen = left + " of " + max + header(answer);
        if (left <= 0) {
            return Diagnosis.failed(seen, REMEDY);
        }
        return left * 100 < max * FEW_PERCENT ? Diagnosis.warning(seen, REMEDY) : Diagnosis.passed(seen);
    }

    private static String header(SalesforceAnswer answer) {
        String info = answer.header("Sforce-Limit-Info");
        return info == null ? "" : ", Sforce-Limit-Info: " + info;
    }
}
