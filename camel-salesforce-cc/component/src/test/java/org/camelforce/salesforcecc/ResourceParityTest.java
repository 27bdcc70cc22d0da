package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.salesforce.api.dto.analytics.reports.ReportFilter;
import org.apache.camel.component.salesforce.api.dto.analytics.reports.ReportMetadata;
import org.apache.camel.component.salesforce.api.dto.approval.ApprovalRequest;
import org.apache.camel.component.salesforce.api.dto.approval.ApprovalRequest.Action;
import org.camelforce.salesforcecc.OperationParity.Calls;
import org.camelforce.salesforcecc.dto.Account;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.approvals.Approvals;
import org.camelforce.salesforcecc.simulator.reports.Reports.Report;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Apex REST, approvals, reports, blobs and graphs: the same calls by both schemes, sound and refused. */
@Tag("compatibility")
class ResourceParityTest {

    private static final String DTO = "sObjectClass=org.camelforce.salesforcecc.dto.Account";

    @Test
    void apexCallWhenOnlyTheSchemeIsChangedThenAnswersAsUpstream() throws Exception {
        Map<String, String> answers = OperationParity.run(
                calls -> {
                    calls.org
                            .apex()
                            .on(
                                    "GET",
                                    "/accounts/*",
                                    request -> Map.of(
                                            "Name",
                                            request.rest() + request.params().getOrDefault("suffix", "")));
                    calls.org.apex().on("POST", "/accounts", request -> request.json());
                    calls.org.apex().on("DELETE", "/accounts/*", request -> null);
                    calls.org.apex().on("GET", "/broken", request -> {
                        throw new IllegalStateException("out of order");
                    });

                    calls.call("raw", "apexCall/accounts/Acme?rawPayload=true", null);
                    calls.call("DTO", "apexCall?apexUrl=accounts/Acme&" + DTO, null);
                    // the header's name, and the one that camel-salesforce has before 4.14.8, 4.18.3 and 4.21
                    calls.call(
                            "query parameter",
                            "apexCall/accounts/A?" + DTO,
                            null,
                            Map.of("apexQueryParam.suffix", "b c", "CamelSalesforceApexQueryParam.suffix", "b c"));
                    calls.call(
                            "POST with DTO",
                            "apexCall?apexMethod=POST&apexUrl=accounts&" + DTO,
                            Account.named("Posted"));
                    calls.call(
                            "POST raw",
                            "apexCall/accounts?apexMethod=POST&rawPayload=true",
                            "{\"Name\":\"Posted raw\"}");
                    calls.call("no match", "apexCall/nothing?rawPayload=true", null);
                    calls.call("other method", "apexCall/accounts/Acme?apexMethod=PATCH&rawPayload=true", "{}");
                    calls.call("exception", "apexCall/broken?" + DTO, null);
                },
                List.of("no match", "other method", "exception"));

        assertThat(answers.get("raw")).isEqualTo("{\"Name\":\"Acme\"}");
        assertThat(answers.get("DTO")).contains("\"Name\":\"Acme\"");
        assertThat(answers.get("query parameter")).contains("\"Name\":\"Ab c\"");
        assertThat(answers.get("POST with DTO")).contains("\"Name\":\"Posted\"");
        assertThat(answers.get("no match")).contains("404", "NOT_FOUND", "Could not find a match for URL");
        assertThat(answers.get("other method")).contains("405", "METHOD_NOT_ALLOWED");
        assertThat(answers.get("exception")).contains("500", "APEX_ERROR", "out of order");
    }

    @Test
    void approvalWhenOnlyTheSchemeIsChangedThenAnswersAsUpstream() throws Exception {
        Map<String, String> answers = OperationParity.run(
                calls -> {
                    String user = calls.org.runAsUserId().orElseThrow();
                    calls.org
                            .approvals()
                            .define(Approvals.Process.of("Check", "Account").withApprovers(user));
                    String account = account(calls.org, "Acme");
                    calls.call("approvals", "approvals", null);
                    calls.call("approvals raw", "approvals?rawPayload=true", null);

                    String submitted = calls.call("submit with DTO", "approval", request(Action.Submit, account));
                    calls.call("submit again", "approval", request(Action.Submit, account));
                    calls.call(
                            "approve by options",
                            "approval?approval.actionType=Approve&approval.contextId=" + workitem(submitted),
                            null);
                    calls.call(
                            "submit several",
                            "approval",
                            List.of(
                                    request(Action.Submit, account(calls.org, "One")),
                                    request(Action.Submit, account(calls.org, "Two"))));
                    calls.call(
                            "submit raw",
                            "approval?rawPayload=true&approval.actionType=Submit&approval.contextId="
                                    + account(calls.org, "Raw"),
                            null);
                    calls.call("raw body", "approval?rawPayload=true", "{\"requests\":[]}");
                },
                List.of());

        assertThat(answers.get("approvals")).contains("Check");
        assertThat(answers.get("submit with DTO")).contains("Pending");
        assertThat(answers.get("submit again")).contains("ALREADY_IN_PROCESS");
        assertThat(answers.get("approve by options")).contains("Approved");
        assertThat(answers.get("submit several").split("Pending")).hasSize(3);
        assertThat(answers.get("submit raw")).contains("Pending");
        assertThat(answers.get("raw body"))
                .as("upstream takes no body in JSON and sends a request without values")
                .contains("REQUIRED_FIELD_MISSING");
    }

    /** Upstream loses the error of four of the operations: status 0 instead of 404. */
    @Test
    void reportsWhenOnlyTheSchemeIsChangedThenAnswersAsUpstream() throws Exception {
        List<String> refused = List.of(
                "getReportDescription refused",
                "executeSyncReport refused",
                "executeAsyncReport refused",
                "getReportInstances refused",
                "getReportResults refused");
        Map<String, String> answers = OperationParity.run(ResourceParityTest::reports, refused);

        assertThat(answers.get("getRecentReports")).contains("By name");
        assertThat(answers.get("getReportDescription")).contains("detailColumnInfo");
        assertThat(answers.get("executeSyncReport")).contains("Acme", "Initech");
        assertThat(answers.get("executeSyncReport with metadata"))
                .contains("Acme")
                .doesNotContain("Initech");
        assertThat(answers.get("executeAsyncReport")).contains("\"status\":\"New\"");
        assertThat(answers.get("getReportInstances")).contains("\"status\":\"Success\"");
        assertThat(answers.get("getReportResults running")).contains("\"status\":\"Running\"");
        assertThat(answers.get("getReportResults")).contains("Acme", "\"status\":\"Success\"");
        assertThat(answers.get("getReportInstances refused")).contains("404", "NOT_FOUND");
        assertThat(refused)
                .filteredOn(call -> !call.equals("getReportInstances refused"))
                .allSatisfy(call -> assertThat(answers.get(call)).contains("failed: 0 ", "Error unmarshal"));
    }

    @Test
    void getBlobFieldWhenOnlyTheSchemeIsChangedThenAnswersAsUpstream() throws Exception {
        Map<String, String> answers = OperationParity.run(
                calls -> {
                    String attachment = calls.org
                            .records()
                            .create(
                                    "Attachment",
                                    fields("Name", "a.txt")
                                            .put("ParentId", account(calls.org, "Acme"))
                                            .put("Body", "content".getBytes(StandardCharsets.UTF_8)),
                                    calls.org.runAsUserId().orElseThrow());
                    String blob = "getBlobField?sObjectName=Attachment&sObjectBlobFieldName=Body&sObjectId=";
                    calls.call("blob", blob + attachment, null);
                    calls.call("no blob", blob.replace("Body", "Name") + attachment, null);
                    calls.call("no record", blob + "00P000000000099AAA", null);
                },
                List.of("no blob", "no record"));

        assertThat(answers.get("blob")).isEqualTo("content");
        assertThat(answers.get("no blob")).contains("404");
        assertThat(answers.get("no record")).contains("404");
    }

    @Test
    void rawWhenOnlyTheSchemeIsChangedThenAnswersAsUpstream() throws Exception {
        String path = "rawPath=/services/data/v56.0/";
        Map<String, String> answers = OperationParity.run(
                calls -> {
                    String deleted = account(calls.org, "Deleted");
                    calls.org
                            .records()
                            .delete("Account", deleted, calls.org.runAsUserId().orElseThrow());
                    calls.advance(Duration.ofMinutes(5));
                    calls.call(
                            "graph",
                            "raw?rawMethod=POST&" + path + "composite/graph",
                            "{\"graphs\":[{\"graphId\":\"g\",\"compositeRequest\":[{\"method\":\"POST\",\"url\":"
                                    + "\"/services/data/v56.0/sobjects/Account\",\"referenceId\":\"a\",\"body\":"
                                    + "{\"Name\":\"Graph\"}}]}]}");
                    calls.call("graph refused", "raw?rawMethod=POST&" + path + "composite/graph", "{}");
                    Map<String, Object> span = Map.of("start", "2026-11-20T09:00:00Z", "end", "2026-11-20T11:00:00Z");
                    String rawSpan = "raw?rawMethod=GET&rawQueryParameters=start,end&" + path + "sobjects/Account/";
                    calls.call("updated", rawSpan + "updated", null, span);
                    calls.call("deleted", rawSpan + "deleted", null, span);
                    calls.call(
                            "deleted refused",
                            rawSpan + "deleted",
                            null,
                            Map.of("start", "x", "end", "2026-11-20T11:00:00Z"));
                    calls.call(
                            "recordCount",
                            "raw?rawMethod=GET&rawQueryParameters=sObjects&" + path + "limits/recordCount",
                            null,
                            Map.of("sObjects", "Account"));
                    calls.call("rules", "raw?rawMethod=GET&" + path + "process/rules", null);
                },
                List.of("graph refused", "deleted refused"));

        assertThat(answers.get("graph")).contains("\"isSuccessful\":true");
        assertThat(answers.get("updated")).contains("\"ids\":[\"001");
        assertThat(answers.get("deleted")).contains("\"deletedRecords\":[{");
        assertThat(answers.get("recordCount")).contains("\"count\":1");
        assertThat(answers.get("deleted refused")).contains("400", "INVALID_REPLICATION_DATE");
    }

    private static void reports(Calls calls) throws Exception {
        account(calls.org, "Acme");
        account(calls.org, "Initech");
        String id = calls.org
                .reports()
                .define(Report.of("By name", "Account", "Name").groupedBy("Name"));
        calls.org.reports().setRunTime(Duration.ofSeconds(10));
        calls.call("getRecentReports", "getRecentReports", null);
        calls.call("getReportDescription", "getReportDescription?reportId=" + id, null);
        calls.call("executeSyncReport", "executeSyncReport?includeDetails=true&reportId=" + id, null);
        calls.call("executeSyncReport with metadata", "executeSyncReport?reportId=" + id, acmeOnly());
        String begun = calls.call("executeAsyncReport", "executeAsyncReport?includeDetails=true&reportId=" + id, null);
        calls.call("executeAsyncReport with metadata", "executeAsyncReport?reportId=" + id, acmeOnly());
        String results = "getReportResults?reportId=" + id + "&instanceId="
                + Calls.json(begun).path("id").asText();
        calls.advance(Duration.ofSeconds(5));
        calls.call("getReportResults running", results, null);
        calls.advance(Duration.ofSeconds(5));
        calls.call("getReportInstances", "getReportInstances?reportId=" + id, null);
        calls.call("getReportResults", results, null);
        String unknown = "00O000000000099AAA";
        calls.call("getReportDescription refused", "getReportDescription?reportId=" + unknown, null);
        calls.call("executeSyncReport refused", "executeSyncReport?reportId=" + unknown, null);
        calls.call("executeAsyncReport refused", "executeAsyncReport?reportId=" + unknown, null);
        calls.call("getReportInstances refused", "getReportInstances?reportId=" + unknown, null);
        calls.call(
                "getReportResults refused", "getReportResults?instanceId=0LG000000000009AAA&reportId=" + unknown, null);
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

    static String account(SalesforceSimulator org, String name) {
        return org.records()
                .create("Account", fields("Name", name), org.runAsUserId().orElseThrow());
    }

    private static ObjectNode fields(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value);
    }

    private static ApprovalRequest request(Action action, String id) {
        ApprovalRequest request = new ApprovalRequest();
        request.setActionType(action);
        request.setContextId(id);
        return request;
    }

    private static String workitem(String submitted) throws Exception {
        return Calls.json(submitted).findPath("newWorkitemIds").path(0).asText();
    }
}
