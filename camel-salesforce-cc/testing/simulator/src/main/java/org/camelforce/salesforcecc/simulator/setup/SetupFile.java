package org.camelforce.salesforcecc.simulator.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.apex.Apex;
import org.camelforce.salesforcecc.simulator.approvals.Approvals;
import org.camelforce.salesforcecc.simulator.oauth.Org;
import org.camelforce.salesforcecc.simulator.oauth.Org.User;
import org.camelforce.salesforcecc.simulator.records.Records;
import org.camelforce.salesforcecc.simulator.reports.Reports;

/**
 * A JSON file with Apex REST classes, approval processes, workflow rules and reports:
 *
 * <pre>{@code
 * {
 *   "apexRest": [{"method": "GET", "url": "/accounts/*", "query": "SELECT Id FROM Account WHERE Name = :rest"}],
 *   "approvalProcesses": [{"name": "Discount", "object": "Opportunity", "approvers": ["boss@acme.example"]}],
 *   "workflowRules": [{"name": "Notify", "object": "Account"}],
 *   "reports": [{"name": "Accounts", "object": "Account", "columns": ["Name"]}]
 * }
 * }</pre>
 *
 * <p>Immutable; may be applied to any number of orgs.
 */
public final class SetupFile {

    private static final List<String> KEYS = List.of("apexRest", "approvalProcesses", "workflowRules", "reports");

    private final List<Section> apexRest;
    private final List<Section> approvalProcesses;
    private final List<Section> workflowRules;
    private final List<Section> reports;

    private SetupFile(Section root) {
        root.requireKeysAmong(KEYS);
        apexRest = list(root, "apexRest");
        approvalProcesses = list(root, "approvalProcesses");
        workflowRules = list(root, "workflowRules");
        reports = list(root, "reports");
        apexRest.forEach(ApexMethod::read);
        approvalProcesses.forEach(process ->
                process.requireKeysAmong(List.of("name", "object", "description", "entryCriteria", "approvers")));
        workflowRules.forEach(rule -> rule.requireKeysAmong(List.of("name", "object")));
        reports.forEach(report ->
                report.requireKeysAmong(List.of("name", "object", "columns", "groupings", "aggregates", "filters")));
    }

    /**
     * @param file path of the file, which is in UTF-8
     * @return what is in it
     * @throws SetupFileException if the file cannot be read, is not JSON or is not made up as described above
     */
    public static SetupFile read(Path file) {
        return new SetupFile(Section.read(file));
    }

    /**
     * Adds what is in the file to an org.
     *
     * @param org the org, which has the approvers as users
     * @param records its records
     * @param apex its Apex REST classes
     * @param approvals its approval processes and workflow rules
     * @param orgReports its reports
     * @throws SetupFileException if the org has no such user, object or field
     */
    public void apply(Org org, Records records, Apex apex, Approvals approvals, Reports orgReports) {
        apexRest.forEach(section -> ApexMethod.read(section).addTo(apex, records));
        approvalProcesses.forEach(section -> approvals.define(process(section, org)));
        workflowRules.forEach(section -> approvals.defineRule(required(section, "name"), required(section, "object")));
        reports.forEach(section -> define(section, orgReports));
    }

    private static Approvals.Process process(Section section, Org org) {
        String[] approvers = section.texts("approvers").orElse(new String[0]);
        for (int i = 0; i < approvers.length; i++) {
            String username = approvers[i];
            approvers[i] = org.user(username)
                    .map(User::id)
                    .orElseThrow(() -> section.problem("approvers", "the org has no user " + username + "."));
        }
        return Approvals.Process.of(required(section, "name"), required(section, "object"))
                .withDescription(section.text("description").orElse(null))
                .withEntryCriteria(section.text("entryCriteria").orElse(""))
                .withApprovers(approvers);
    }

    private static void define(Section section, Reports reports) {
        Reports.Report report = Reports.Report.of(
                        required(section, "name"),
                        required(section, "object"),
                        section.texts("columns").orElse(new String[0]))
                .groupedBy(section.texts("groupings").orElse(new String[0]))
                .withAggregates(section.texts("aggregates").orElse(new String[] {"RowCount"}));
        for (Section filter : list(section, "filters")) {
            filter.requireKeysAmong(List.of("column", "operator", "value"));
            report = report.withFilter(
                    required(filter, "column"),
                    required(filter, "operator"),
                    filter.scalar("value").orElse(""));
        }
        try {
            reports.define(report);
        } catch (IllegalArgumentException e) {
            throw section.problem(e.getMessage() + ".");
        }
    }

    private static String required(Section section, String key) {
        Optional<String> text = section.text(key);
        return text.orElseThrow(() -> section.problem(key + " must be a text."));
    }

    private static List<Section> list(Section section, String key) {
        return section.content().has(key) ? section.list(key) : List.of();
    }
}
