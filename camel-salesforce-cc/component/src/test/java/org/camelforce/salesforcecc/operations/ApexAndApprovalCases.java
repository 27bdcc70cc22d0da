package org.camelforce.salesforcecc.operations;

import static org.apache.camel.component.salesforce.internal.OperationName.*;

import java.util.List;
import java.util.Map;
import org.apache.camel.component.salesforce.api.dto.approval.ApprovalRequest;
import org.apache.camel.component.salesforce.api.dto.approval.ApprovalRequest.Action;
import org.apache.camel.component.salesforce.api.dto.approval.ApprovalResult;
import org.camelforce.salesforcecc.dto.Account;
import org.camelforce.salesforcecc.operations.OperationCase.Form;
import org.camelforce.salesforcecc.operations.OperationCase.Result;
import org.camelforce.salesforcecc.simulator.apex.Apex;
import org.camelforce.salesforcecc.simulator.approvals.Approvals;

/** Apex REST classes and approval processes. */
final class ApexAndApprovalCases {

    private ApexAndApprovalCases() {}

    static List<OperationCase> all() {
        Cases cases = new Cases();
        apex(cases);
        approvals(cases);
        return cases.all();
    }

    private static void apex(Cases cases) {
        cases.answered(
                        APEX_CALL,
                        "path",
                        org -> withClasses(org).send("apexCall/accounts/Acme?" + org.form("Account"), null),
                        "\"Name\":\"Acme\"")
                .answered(
                        APEX_CALL,
                        "option",
                        org -> withClasses(org).send("apexCall?apexUrl=accounts/Acme&" + org.form("Account"), null),
                        "\"Name\":\"Acme\"")
                // the header's name, and the one that camel-salesforce has before 4.14.8, 4.18.3 and 4.21
                .answered(
                        APEX_CALL,
                        "query parameter",
                        org -> withClasses(org)
                                .send(
                                        "apexCall/accounts/A?" + org.form("Account"),
                                        null,
                                        Map.of(
                                                "apexQueryParam.suffix",
                                                "b c",
                                                "CamelSalesforceApexQueryParam.suffix",
                                                "b c")),
                        "\"Name\":\"Ab c\"")
                .answered(
                        APEX_CALL,
                        "POST",
                        org -> withClasses(org)
                                .send(
                                        "apexCall/accounts?apexMethod=POST&" + org.form("Account"),
                                        org.body(Account.named("Posted"), "{\"Name\":\"Posted\"}")),
                        "\"Name\":\"Posted\"")
                .denied(
                        APEX_CALL,
                        "no match",
                        org -> withClasses(org).send("apexCall/nothing", null),
                        "404",
                        "NOT_FOUND",
                        "Could not find a match for URL")
                .denied(
                        APEX_CALL,
                        "other method",
                        org -> withClasses(org).send("apexCall/accounts/Acme?apexMethod=PATCH", "{}"),
                        "405",
                        "METHOD_NOT_ALLOWED")
                .denied(
                        APEX_CALL,
                        "exception",
                        org -> withClasses(org).send("apexCall/broken?" + org.form("Account"), null),
                        "500",
                        "APEX_ERROR",
                        "out of order");
    }

    private static void approvals(Cases cases) {
        cases.answered(APPROVALS, "all", org -> withProcess(org).send("approvals", null), "Check")
                .denied(
                        APPROVALS,
                        "unknown version",
                        org -> org.send("approvals?" + Cases.UNKNOWN_VERSION, null),
                        "404")
                .answered(APPROVAL, "submit", org -> withProcess(org).send("approval", submit(org)), "Pending")
                .answered(
                        APPROVAL,
                        "submit by options",
                        org -> withProcess(org)
                                .send(
                                        "approval?approval.actionType=Submit&approval.contextId=" + org.account("Raw"),
                                        null),
                        "Pending")
                .answered(
                        APPROVAL,
                        "submit several",
                        org -> withProcess(org).send("approval", List.of(submit(org), submit(org))),
                        "Pending")
                .answered(
                        APPROVAL,
                        "submit again",
                        org -> {
                            ApprovalRequest request = submit(withProcess(org));
                            org.prepare("approval", request, ApprovalResult.class);
                            return org.send("approval", request);
                        },
                        "ALREADY_IN_PROCESS")
                .answered(
                        APPROVAL,
                        "approve by options",
                        org -> {
                            String submitted = withProcess(org)
                                    .prepare("approval", submit(org))
                                    .findPath("newWorkitemIds")
                                    .path(0)
                                    .asText();
                            return org.send(
                                    "approval?approval.actionType=Approve&approval.contextId=" + submitted, null);
                        },
                        "Approved")
                // upstream takes no body in JSON and sends a request without values
                .add(
                        Form.RAW,
                        APPROVAL,
                        Result.ANSWERED,
                        "JSON",
                        org -> withProcess(org).send("approval", "{\"requests\":[]}"),
                        "REQUIRED_FIELD_MISSING")
                .denied(
                        APPROVAL,
                        "unknown version",
                        org -> org.send("approval?" + Cases.UNKNOWN_VERSION, submit(org)),
                        "404");
    }

    private static ParityOrg withClasses(ParityOrg org) {
        Apex apex = org.simulator().apex();
        apex.on(
                "GET",
                "/accounts/*",
                request -> Map.of("Name", request.rest() + request.params().getOrDefault("suffix", "")));
        apex.on("POST", "/accounts", request -> request.json());
        apex.on("DELETE", "/accounts/*", request -> null);
        apex.on("GET", "/broken", request -> {
            throw new IllegalStateException("out of order");
        });
        return org;
    }

    private static ParityOrg withProcess(ParityOrg org) {
        if (org.once("process")) {
            org.simulator()
                    .approvals()
                    .define(Approvals.Process.of("Check", "Account").withApprovers(org.user()));
        }
        return org;
    }

    private static ApprovalRequest submit(ParityOrg org) {
        ApprovalRequest request = new ApprovalRequest();
        request.setActionType(Action.Submit);
        request.setContextId(org.account("Submitted"));
        return request;
    }
}
