package org.camelforce.salesforcecc.internal.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camelforce.salesforcecc.doctor.CheckName;
import org.camelforce.salesforcecc.internal.oauth.SalesforceAnswer;

/** Whether the REST API serves the wanted version, and takes the token. */
final class ApiAccessCheck implements Check {

    private static final String API_ENABLED =
            "Give the Run As user the permission API Enabled in Setup > Permission Sets > System Permissions.";

    /** Codes of the REST API (REST API Developer Guide, "Status Codes and Error Responses"). */
    private static final Map<String, String> REMEDIES = Map.of(
            "API_CURRENTLY_DISABLED", API_ENABLED,
            "API_DISABLED_FOR_ORG",
                    API_ENABLED + " The org's edition must include the API, too: see Setup > Company Information,"
                            + " field Organization Edition.",
            "INVALID_SESSION_ID",
                    "Check Setup > Session Settings, Lock sessions to the IP address from which they originated, and Setup >"
                            + " API Access Control.");

    @Override
    public CheckName name() {
        return CheckName.API_ACCESS;
    }

    @Override
    public Set<CheckName> needs(DiagnosisContext examination) {
        return Set.of(CheckName.SCOPES);
    }

    @Override
    public Diagnosis examine(DiagnosisContext examination) throws InterruptedException {
        String version = examination.settings().apiVersion();
        SalesforceAnswer answer =
                examination.getWithoutToken(URI.create(examination.instanceUrl() + "/services/data/"));
        List<String> versions = versions(answer.json());
        if (versions.isEmpty()) {
            return Diagnosis.failed("The list of API versions: " + answer.summary(), unavailableRemedy());
        }
        if (!versions.contains(version)) {
            return Diagnosis.failed(
                    "The org does not serve API version " + version,
                    "Set option apiVersion to one from " + versions.get(0) + " to " + versions.get(versions.size() - 1)
                            + ".");
        }
        return call(examination, version);
    }

    private static Diagnosis call(DiagnosisContext examination, String version) throws InterruptedException {
        SalesforceAnswer answer = examination.get(examination.resource("/"));
        if (answer.isOk()) {
            return Diagnosis.passed("Version " + version + " takes the token");
        }
        if (answer.errorCode().equals("REQUEST_LIMIT_EXCEEDED")) {
            examination.apiLimitReached();
            return Diagnosis.skipped(CheckName.API_LIMITS);
        }
        return Diagnosis.failed(
                "Version " + version + " answers with " + answer.summary(),
                REMEDIES.getOrDefault(answer.errorCode(), unavailableRemedy()));
    }

    private static String unavailableRemedy() {
        return "Look at https://status.salesforce.com for the org's instance, and at the Run As user's permission API"
                + " Enabled in Setup > Permission Sets > System Permissions.";
    }

    private static List<String> versions(JsonNode json) {
        List<String> versions = new ArrayList<>();
        json.forEach(version -> versions.add(version.path("version").asText()));
        return versions;
    }
}
