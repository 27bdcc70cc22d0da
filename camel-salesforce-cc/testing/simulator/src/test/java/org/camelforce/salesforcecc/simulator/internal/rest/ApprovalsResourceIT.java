package org.camelforce.salesforcecc.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.camelforce.salesforcecc.simulator.approvals.Approvals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalsResourceIT {

    private static final String PATH = RestOrg.V + "process/approvals/";

    private final RestOrg org = new RestOrg();
    private String account = "";

    @BeforeEach
    void createAccount() {
        account = org.create("Account", "{\"Name\":\"Acme\",\"NumberOfEmployees\":50}");
    }

    @AfterEach
    void stop() throws Exception {
        org.close();
    }

    @Test
    void listWhenProcessesAreDefinedThenByObject() {
        define(Approvals.Process.of("First", "Account"));
        define(Approvals.Process.of("Second", "Account"));
        define(Approvals.Process.of("Third", "Contact"));

        RestOrg.Answer answer = org.get(PATH);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/approvals/Account").findValuesAsText("name")).containsExactly("First", "Second");
        assertThat(answer.text("/approvals/Account/1/id")).startsWith("04a").hasSize(18);
        assertThat(answer.at("/approvals/Account/1/sortOrder").asInt()).isEqualTo(2);
        assertThat(answer.at("/approvals/Account/1/description").isNull()).isTrue();
        assertThat(answer.text("/approvals/Contact/0/object")).isEqualTo("Contact");
    }

    @Test
    void rulesWhenDefinedThenByObject() {
        org.servlet.approvals().defineRule("My Rule", "Account");

        RestOrg.Answer answer = org.get(RestOrg.V + "process/rules");

        assertThat(answer.text("/rules/Account/0/name")).isEqualTo("My Rule");
        assertThat(answer.text("/rules/Account/0/id")).startsWith("01Q");
    }

    @Test
    void submitWhenTheSubmitNamesTheApproverThenPending() {
        define(Approvals.Process.of("Any", "Account"));

        RestOrg.Answer answer = submit(",\"nextApproverIds\":[\"" + RestOrg.OTHER_USER + "\"],\"comments\":\"please\"");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/0/success").asBoolean()).isTrue();
        assertThat(answer.text("/0/entityId")).isEqualTo(account);
        assertThat(answer.text("/0/actorIds/0")).isEqualTo(RestOrg.OTHER_USER);
        assertThat(answer.text("/0/instanceStatus")).isEqualTo("Pending");
        assertThat(answer.text("/0/instanceId")).startsWith("04g");
        assertThat(answer.text("/0/newWorkitemIds/0")).startsWith("04i");
        assertThat(answer.at("/0/errors").isNull()).isTrue();
        assertThat(org.servlet.approvals().instances()).singleElement().satisfies(instance -> assertThat(
                        instance.history().get(0).comments())
                .isEqualTo("please"));
    }

    @Test
    void submitWhenNobodyNamesTheApproverThenError() {
        define(Approvals.Process.of("Any", "Account"));

        assertError(submit(""), "REQUIRED_FIELD_MISSING", "missing required field: [nextApproverIds]");
    }

    @Test
    void submitWhenAlreadyPendingThenError() {
        define(Approvals.Process.of("Any", "Account").withApprovers(RestOrg.USER));
        submit("");

        assertError(submit(""), "ALREADY_IN_PROCESS", "Cannot submit object already in process.");
    }

    @Test
    void submitWhenRejectedBeforeThenPendingAgain() {
        define(Approvals.Process.of("Any", "Account").withApprovers(RestOrg.USER));
        decide("Reject", submit("").text("/0/newWorkitemIds/0"));

        assertThat(submit("").text("/0/instanceStatus")).isEqualTo("Pending");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NumberOfEmployees > 50  | ''                                                           | NO",
                "NumberOfEmployees > 49  | ''                                                           | YES",
                "NumberOfEmployees > 50  | ,\"processDefinitionNameOrId\":\"P\"                          | NO",
                "NumberOfEmployees > 50  | ,\"processDefinitionNameOrId\":\"P\",\"skipEntryCriteria\":true | YES",
                "NumberOfEmployees > 50  | ,\"skipEntryCriteria\":true                                  | NO",
                "NumberOfEmployees > 49  | ,\"processDefinitionNameOrId\":\"Q\"                          | NO"
            })
    void submitWhenProcessHasEntryCriteriaThenOnlyRecordsThatMeetThem(String criteria, String more, String takes) {
        define(Approvals.Process.of("P", "Account").withEntryCriteria(criteria).withApprovers(RestOrg.USER));

        RestOrg.Answer answer = submit(more);

        if (takes.equals("YES")) {
            assertThat(answer.at("/0/success").asBoolean()).isTrue();
        } else {
            assertError(answer, "NO_APPLICABLE_PROCESS", "No applicable approval process was found.");
        }
    }

    @Test
    void approveWhenThereAreTwoStepsThenApprovedAfterBoth() {
        define(Approvals.Process.of("Two", "Account")
                .withApprovers(RestOrg.USER, RestOrg.USER)
                .withFieldUpdates(fields("approved"), fields("rejected")));
        String first = submit("").text("/0/newWorkitemIds/0");

        RestOrg.Answer between = decide("Approve", first);
        assertThat(between.text("/0/instanceStatus")).isEqualTo("Pending");
        assertThat(description()).isNull();

        RestOrg.Answer after = decide("Approve", between.text("/0/newWorkitemIds/0"));
        assertThat(after.text("/0/instanceStatus")).isEqualTo("Approved");
        assertThat(after.at("/0/actorIds").isNull()).isTrue();
        assertThat(after.at("/0/newWorkitemIds")).isEmpty();
        assertThat(description()).isEqualTo("approved");
    }

    @Test
    void rejectWhenInFirstStepThenRejected() {
        define(Approvals.Process.of("Two", "Account")
                .withApprovers(RestOrg.USER, RestOrg.USER)
                .withFieldUpdates(fields("approved"), fields("rejected")));

        RestOrg.Answer answer = decide("Reject", submit("").text("/0/newWorkitemIds/0"));

        assertThat(answer.text("/0/instanceStatus")).isEqualTo("Rejected");
        assertThat(description()).isEqualTo("rejected");
    }

    @Test
    void approveWhenUserIsNotTheApproverThenError() {
        define(Approvals.Process.of("Any", "Account").withApprovers(RestOrg.OTHER_USER));

        assertError(
                decide("Approve", submit("").text("/0/newWorkitemIds/0")),
                "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                "insufficient access rights on cross-reference id");
    }

    @Test
    void approveWhenWorkitemIsDoneThenError() {
        define(Approvals.Process.of("Any", "Account").withApprovers(RestOrg.USER));
        String workitem = submit("").text("/0/newWorkitemIds/0");
        decide("Approve", workitem);

        assertError(decide("Approve", workitem), "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
    }

    @Test
    void postWhenOneOfTwoFailsThenTheOtherLasts() {
        define(Approvals.Process.of("Any", "Account").withApprovers(RestOrg.USER));

        RestOrg.Answer answer = org.post(
                PATH,
                "{\"requests\":[{\"actionType\":\"Submit\",\"contextId\":\"nope\"},{\"actionType\":\"Submit\","
                        + "\"contextId\":\"" + account + "\"}]}");

        assertThat(answer.text("/0/errors/0/statusCode")).isEqualTo("MALFORMED_ID");
        assertThat(answer.text("/1/instanceStatus")).isEqualTo("Pending");
    }

    @Test
    void postWhenThereAreNoRequestsThenRefused() {
        assertThat(org.post(PATH, "{}").status()).isEqualTo(400);
    }

    @Test
    void putWhenSentThenNotAllowed() {
        assertThat(org.delete(PATH).status()).isEqualTo(405);
    }

    private void define(Approvals.Process process) {
        org.servlet.approvals().define(process);
    }

    private RestOrg.Answer submit(String more) {
        return org.post(
                PATH, "{\"requests\":[{\"actionType\":\"Submit\",\"contextId\":\"" + account + "\"" + more + "}]}");
    }

    private RestOrg.Answer decide(String action, String workitem) {
        return org.post(
                PATH, "{\"requests\":[{\"actionType\":\"" + action + "\",\"contextId\":\"" + workitem + "\"}]}");
    }

    private static void assertError(RestOrg.Answer answer, String code, String message) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/0/success").asBoolean()).isFalse();
        assertThat(answer.text("/0/errors/0/statusCode")).isEqualTo(code);
        assertThat(answer.text("/0/errors/0/message")).isEqualTo(message);
        assertThat(answer.at("/0/instanceId").isNull()).isTrue();
    }

    private String description() {
        return org.get(RestOrg.V + "sobjects/Account/" + account)
                .at("/Description")
                .textValue();
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode fields(String description) {
        return JsonNodeFactory.instance.objectNode().put("Description", description);
    }
}
