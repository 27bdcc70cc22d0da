package org.camelforce.salesforcecc.operations;

import static org.apache.camel.component.salesforce.internal.OperationName.*;

import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.api.dto.analytics.reports.ReportFilter;
import org.apache.camel.component.salesforce.api.dto.analytics.reports.ReportInstance;
import org.apache.camel.component.salesforce.api.dto.analytics.reports.ReportMetadata;
import org.camelforce.salesforcecc.simulator.reports.Reports.Report;

/** Reports. Upstream loses the error of four of the operations: status 0 instead of 404. */
final class ReportCases {

    private static final String UNKNOWN = "reportId=00O000000000099AAA";
    private static final String MISSING = "NOT_FOUND";
    private static final Duration HALF = Duration.ofSeconds(5);

    private ReportCases() {}

    static List<OperationCase> all() {
        Cases cases = new Cases();
        descriptions(cases);
        runs(cases);
        return cases.all();
    }

    private static void descriptions(Cases cases) {
        cases.answered(
                        GET_RECENT_REPORTS,
                        "all",
                        org -> {
                            report(org);
                            return org.send("getRecentReports", null);
                        },
                        "By name")
                .denied(
                        GET_RECENT_REPORTS,
                        "unknown version",
                        org -> org.send("getRecentReports?" + Cases.UNKNOWN_VERSION, null),
                        "404")
                .answered(
                        GET_REPORT_DESCRIPTION,
                        "by id",
                        org -> org.send("getReportDescription?" + report(org), null),
                        "detailColumnInfo")
                .denied(
                        GET_REPORT_DESCRIPTION,
                        "unknown id",
                        org -> org.send("getReportDescription?" + UNKNOWN, null),
                        MISSING);
    }

    private static void runs(Cases cases) {
        cases.answered(
                        EXECUTE_SYNCREPORT,
                        "details",
                        org -> org.send("executeSyncReport?includeDetails=true&" + report(org), null),
                        "Acme",
                        "Initech")
                .answered(
                        EXECUTE_SYNCREPORT,
                        "filter",
                        org -> org.send("executeSyncReport?" + report(org), acmeOnly()),
                        "Acme")
                .denied(
                        EXECUTE_SYNCREPORT,
                        "unknown id",
                        org -> org.send("executeSyncReport?" + UNKNOWN, null),
                        MISSING)
                .answered(
                        EXECUTE_ASYNCREPORT,
                        "details",
                        org -> org.send("executeAsyncReport?includeDetails=true&" + report(org), null),
                        "\"status\":\"New\"")
                .answered(
                        EXECUTE_ASYNCREPORT,
                        "filter",
                        org -> org.send("executeAsyncReport?" + report(org), acmeOnly()),
                        "\"status\":\"New\"")
                .denied(
                        EXECUTE_ASYNCREPORT,
                        "unknown id",
                        org -> org.send("executeAsyncReport?" + UNKNOWN, null),
                        MISSING)
                .answered(
                        GET_REPORT_INSTANCES,
                        "done",
                        org -> {
                            String report = report(org);
                            run(org, report);
                            org.advance(HALF.multipliedBy(2));
                            return org.send("getReportInstances?" + report, null);
                        },
                        "\"status\":\"Success\"")
                .denied(
                        GET_REPORT_INSTANCES,
                        "unknown id",
                        org -> org.send("getReportInstances?" + UNKNOWN, null),
                        "404",
                        "NOT_FOUND")
                .answered(GET_REPORT_RESULTS, "running", org -> results(org, HALF), "\"status\":\"Running\"")
                .answered(
                        GET_REPORT_RESULTS,
                        "done",
                        org -> results(org, HALF.multipliedBy(2)),
                        "Acme",
                        "\"status\":\"Success\"")
                .denied(
                        GET_REPORT_RESULTS,
                        "unknown id",
                        org -> org.send("getReportResults?instanceId=0LG000000000009AAA&" + UNKNOWN, null),
                        MISSING);
    }

    private static Exchange results(ParityOrg org, Duration after) {
        String report = report(org);
        String instance = run(org, report);
        org.advance(after);
        return org.send("getReportResults?instanceId=" + instance + "&" + report, null);
    }

    private static String run(ParityOrg org, String report) {
        return org.prepare("executeAsyncReport?includeDetails=true&" + report, null, ReportInstance.class)
                .getId();
    }

    private static String report(ParityOrg org) {
        if (org.once("accounts")) {
            org.account("Acme");
            org.account("Initech");
            org.simulator().reports().setRunTime(HALF.multipliedBy(2));
        }
        return "reportId="
                + org.simulator()
                        .reports()
                        .define(Report.of("By name", "Account", "Name").groupedBy("Name"));
    }

    private static ReportMetadata acmeOnly() {
        ReportFilter filter = new ReportFilter();
        filter.setColumn("Name");
        filter.setOperator("equals");
        filter.setValue("Acme");
        ReportMetadata metadata = new ReportMetadata();
        metadata.setReportFilters(new ReportFilter[] {filter});
        return metadata;
    }
}
