package org.camelforce.salesforcecc.internal.migration;

import java.util.ArrayList;
import java.util.List;

/** Writes a report for display. */
public final class ReportText {

    private static final String THREE_OPTIONS =
            "Check that each application sets the options loginUrl (the org's My Domain), clientId, and clientSecret"
                    + " of salesforce-cc once.";
    private static final String OVER =
            " of the replaced component, because the project already logs in with the client credentials flow;"
                    + " --all lists them.";

    private ReportText() {}

    /**
     * {@return the report, line by line}
     *
     * @param report what a scan found
     */
    public static List<String> lines(MigrationReport report) {
        List<String> lines = new ArrayList<>();
        report.findings().forEach(finding -> lines.addAll(lines(finding)));
        report.unread().forEach(file -> lines.add("not read: " + file));
        lines.add(summary(report));
        if (report.passedOver() > 0) {
            lines.add("Not listed: " + count(report.passedOver(), "place") + OVER);
        }
        if (!report.findings().isEmpty()) {
            lines.add(THREE_OPTIONS);
        }
        return lines;
    }

    /**
     * {@return what the program cannot write: places to look at, and files that were not read}
     *
     * @param report what a scan found
     */
    public static List<String> looks(MigrationReport report) {
        List<String> lines = new ArrayList<>();
        report.findings().stream()
                .filter(finding -> finding.certainty() == Certainty.LOOK)
                .forEach(finding -> lines.add(place(finding) + ": look here: " + finding.why()));
        report.unread().forEach(file -> lines.add("not read: " + file));
        return lines;
    }

    private static String place(MigrationFinding finding) {
        return finding.file() + ":" + finding.line() + ":" + finding.column();
    }

    private static List<String> lines(MigrationFinding finding) {
        List<String> lines = new ArrayList<>();
        boolean certain = finding.certainty() == Certainty.CERTAIN;
        lines.add(place(finding) + ": " + (certain ? "" : "look here: ") + finding.why());
        finding.found().lines().forEach(line -> lines.add("  - " + line));
        String instead = finding.instead();
        if (instead != null) {
            instead.lines().forEach(line -> lines.add("  + " + line));
        } else if (certain) {
            lines.add("    (remove)");
        }
        return lines;
    }

    private static String summary(MigrationReport report) {
        long certain = report.findings().stream()
                .filter(finding -> finding.certainty() == Certainty.CERTAIN)
                .count();
        long look = report.findings().size() - certain;
        return count(certain, "place") + " to change"
                + (look == 0 ? "" : ", " + look + " to look at")
                + (report.unread().isEmpty() ? "" : ", " + count(report.unread().size(), "file") + " not read");
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
