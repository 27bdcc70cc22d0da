package org.camelforce.salesforcecc.migration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a scan found.
 *
 * @param findings the lines that have to change, by file and line
 * @param unread files that look as if they mattered but could not be parsed, each with the reason
 */
public record MigrationReport(List<MigrationFinding> findings, List<String> unread) {

    private static final String THREE_OPTIONS =
            "salesforce-cc needs its options loginUrl (the org's My Domain), clientId and"
                    + " clientSecret once in each application.";

    /** Copies the lists. */
    public MigrationReport {
        findings = List.copyOf(findings);
        unread = List.copyOf(unread);
    }

    /** @return the report for people, line by line */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (MigrationFinding finding : findings) {
            lines.add(finding.file() + ":" + finding.line() + ": " + finding.why());
            lines.add("  - " + finding.found());
            lines.add(finding.instead() == null ? "    (remove this line)" : "  + " + finding.instead());
        }
        unread.forEach(file -> lines.add("not read: " + file));
        lines.add(findings.size() + " line(s) to change"
                + (unread.isEmpty() ? "" : ", " + unread.size() + " file(s) not read"));
        if (!findings.isEmpty()) {
            lines.add(THREE_OPTIONS);
        }
        return lines;
    }

    /**
     * @return the report for machines: {@code findings} with {@code file}, {@code line}, {@code found}, {@code instead}
     *     (null if the line has to go) and {@code why}, and {@code unread}
     */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode array = json.putArray("findings");
        findings.forEach(finding -> array.addObject()
                .put("file", finding.file())
                .put("line", finding.line())
                .put("found", finding.found())
                .put("instead", finding.instead())
                .put("why", finding.why()));
        ArrayNode names = json.putArray("unread");
        unread.forEach(names::add);
        return json;
    }
}
