package org.camelforce.salesforcecc.internal.operation.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.camel.component.salesforce.api.dto.approval.ApprovalRequest;
import org.apache.camel.component.salesforce.api.dto.approval.ApprovalRequest.Action;
import org.camelforce.salesforcecc.internal.operation.TestOperation;
import org.camelforce.salesforcecc.request.RequestRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestApprovalTest {

    private static final String SUBMIT = "approval?approval.actionType=Submit&approval.contextId=001A";

    @Test
    void requestWhenOptionsSayItAllThenPosted() throws Exception {
        TestOperation approval = approval(SUBMIT);

        assertThat(approval.line()).isEqualTo("POST /services/data/v56.0/process/approvals/");
        assertThat(approval.sent()).contains("\"actionType\":\"Submit\"", "\"contextId\":\"001A\"");
    }

    @Test
    void requestWhenHeadersSaySomethingThenItWinsOverOptions() throws Exception {
        TestOperation approval = approval(SUBMIT)
                .header("CamelSalesforceApproval.contextId", "001B")
                .header("CamelSalesforceApproval.ActionType", "Approve")
                .header("CamelSalesforceApproval.NextApproverIds", List.of("005A"))
                .header("CamelSalesforceApproval.SkipEntryCriteria", "true");

        assertThat(approval.sent())
                .contains(
                        "\"actionType\":\"Approve\"",
                        "\"contextId\":\"001B\"",
                        "\"nextApproverIds\":[\"005A\"]",
                        "\"skipEntryCriteria\":true");
    }

    /** Upstream writes them into the endpoint's option. */
    @Test
    void requestWhenHeadersSaySomethingThenOptionsStayAsTheyAre() throws Exception {
        TestOperation approval = approval(SUBMIT).header("CamelSalesforceApproval.ContextId", "001B");
        approval.sent();

        assertThat(approval.settings().approval().getContextId()).isEqualTo("001A");
    }

    @Test
    void requestWhenHeaderIsABeanThenItHolds() throws Exception {
        assertThat(approval("approval")
                        .header("CamelSalesforceApproval", request("001C"))
                        .sent())
                .contains("001C");
    }

    @Test
    void requestWhenTheBodyHasOneOrSeveralThenOptionsFillWhatTheyLack() throws Exception {
        assertThat(approval(SUBMIT).body(request("001C")).sent()).contains("Submit", "001C");
        assertThat(approval(SUBMIT)
                        .body(List.of(request("001C"), request("001D")))
                        .sent()
                        .split("Submit"))
                .hasSize(3);
        assertThat(approval(SUBMIT).body(List.of()).sent()).contains("001A");
    }

    @Test
    void requestWhenTheBodyHasWhatIsNoRequestThenDenied() {
        assertThatThrownBy(approval(SUBMIT).body(List.of(17))::request)
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("java.lang.Integer");
    }

    @Test
    void requestWhenNothingSaysWhatToDoThenDeniedByName() {
        assertThatThrownBy(approval("approval")::request)
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("approval");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Class", "", "nothing"})
    void requestWhenAHeaderIsOfNoPropertyThenDeniedByName(String property) {
        TestOperation approval = approval(SUBMIT).header("CamelSalesforceApproval." + property, "x");

        assertThatThrownBy(approval::request)
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("CamelSalesforceApproval." + property);
    }

    private static ApprovalRequest request(String contextId) {
        ApprovalRequest request = new ApprovalRequest();
        request.setActionType(Action.Submit);
        request.setContextId(contextId);
        return request;
    }

    private static TestOperation approval(String endpoint) {
        return TestOperation.at(endpoint, new RequestApproval());
    }
}
