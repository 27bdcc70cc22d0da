package org.camelforce.salesforcecc.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What an examination found. No text of it contains a token or secret.
 *
 * @param subject the login URL as it was given
 * @param results one result for each {@link CheckName}, in that order
 */
public record DoctorReport(String subject, List<CheckResult> results) {

    private static final String AS_CODE =
            "You can deploy the org's settings as code: folder src/salesforce in the repository of"
                    + " camel-salesforce-cc has them, and its README.md says how.";

    /** Copies the list. */
    public DoctorReport {
        results = List.copyOf(results);
    }

    /** @return the number of failed checks */
    public int failures() {
        return count(CheckStatus.FAILED);
    }

    /**
     * @param name which check
     * @return its result
     * @throws IllegalArgumentException if it has not been made
     */
    public CheckResult result(CheckName name) {
        return results.stream()
                .filter(result -> result.name() == name)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No result for " + name.id()));
    }

    /** @return the report for display, line by line */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Salesforce login at " + subject);
        for (CheckResult result : results) {
            lines.add("[%-7s] %s: %s"
                    .formatted(result.status().label(), result.name().title(), result.seen()));
            if (result.remedy() != null) {
                lines.add("          -> " + result.remedy());
            }
        }
        lines.add(count(CheckStatus.PASSED) + " passed, " + failures() + " failed, " + count(CheckStatus.WARNING)
                + " with a warning, " + count(CheckStatus.SKIPPED) + " skipped");
        if (failures() > 0) {
            lines.add(AS_CODE);
        }
        return lines;
    }

    /**
     * @return the report for machines: {@code subject}, {@code failures} and {@code checks} with {@code name},
     *     {@code status}, {@code seen} and, where they apply, {@code remedy} and {@code dependsOn}
     */
    public ObjectNode toJson() {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("subject", subject).put("failures", failures());
        ArrayNode checks = json.putArray("checks");
        for (CheckResult result : results) {
            ObjectNode check = checks.addObject()
                    .put("name", result.name().id())
                    .put("status", result.status().label())
                    .put("seen", result.seen());
            if (result.remedy() != null) {
                check.put("remedy", result.remedy());
            }
            CheckName dependsOn = result.dependsOn();
            if (dependsOn != null) {
                check.put("dependsOn", dependsOn.id());
            }
        }
        return json;
    }

    /** @return the lines of the report, with line feeds between them */
    @Override
    public String toString() {
        return String.join("\n", lines());
    }

    private int count(CheckStatus status) {
        return (int)
                results.stream().filter(result -> result.status() == status).count();
    }
}
