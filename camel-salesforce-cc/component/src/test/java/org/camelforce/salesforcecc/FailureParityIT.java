package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.approval.ApprovalRequest;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectBatch;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectComposite;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectTree;
import org.apache.camel.component.salesforce.api.utils.JsonUtils;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.dto.Account;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a route gets of a request that fails, or of an answer without a result: type of the exception, status, errors
 * and body are those of upstream's, but where upstream loses them.
 */
@Tag("compatibility")
class FailureParityIT {

    private static final String ID = "00O000000000001AAA";
    private static final String ERRORS = "[{\"errorCode\":\"%s\",\"message\":\"said\",\"fields\":[\"Name\"]}]";
    private static final Map<String, Fault.Answer> ANSWERS = new LinkedHashMap<>();
    private static final List<Operation> OPERATIONS = new ArrayList<>();

    static {
        ANSWERS.put("400", json(400, ERRORS.formatted("BAD")));
        ANSWERS.put("404", json(404, ERRORS.formatted("NOT_FOUND")));
        ANSWERS.put("500", json(500, ERRORS.formatted("APEX_ERROR")));
        ANSWERS.put("503 HTML", new Fault.Answer(503, "text/html", "<html>down</html>"));
        ANSWERS.put("502 object", json(502, "{\"status\":\"down\"}"));
        ANSWERS.put("502 empty", json(502, ""));
        ANSWERS.put(
                "400 tree",
                json(
                        400,
                        "{\"hasErrors\":true,\"results\":[{\"referenceId\":\"ref1\",\"errors\":[{\"statusCode\":"
                                + "\"BAD\",\"message\":\"said\",\"fields\":[]}]}]}"));
        ANSWERS.put("204", json(204, ""));
        ANSWERS.put("200 cut", json(200, "{\"a\":"));

        add("raw", "raw?rawMethod=POST&rawPath=/services/data/v56.0/limits");
        add("apexCall raw", "apexCall?rawPayload=true&apexMethod=POST&apexUrl=orders");
        add("apexCall", "apexCall?sObjectClass=org.camelforce.salesforcecc.dto.Account&apexUrl=orders");
        add("apexCall NULL", "apexCall?rawPayload=true&notFoundBehaviour=NULL&apexUrl=orders");
        add("composite", "composite");
        add("composite raw", "composite?rawPayload=true");
        add("composite-batch", "composite-batch");
        add("composite-batch NULL", "composite-batch?notFoundBehaviour=NULL");
        add("composite-tree", "composite-tree");
        add("compositeCreateSObjectCollections", "compositeCreateSObjectCollections");
        add("compositeUpdateSObjectCollections", "compositeUpdateSObjectCollections");
        add(
                "compositeUpsertSObjectCollections",
                "compositeUpsertSObjectCollections?sObjectName=Account&sObjectIdName=Legacy_Id__c");
        add(
                "compositeRetrieveSObjectCollections",
                "compositeRetrieveSObjectCollections?sObjectName=Account&sObjectFields=Name");
        add("compositeDeleteSObjectCollections", "compositeDeleteSObjectCollections");
        add("approval", "approval");
        add("approval raw", "approval?rawPayload=true");
        add("approvals", "approvals");
        add("getRecentReports", "getRecentReports");
        add("getRecentReports NULL", "getRecentReports?notFoundBehaviour=NULL");
        add("getReportInstances", "getReportInstances?reportId=" + ID);
        add("getReportDescription", "getReportDescription?reportId=" + ID);
        add("executeSyncReport", "executeSyncReport?reportId=" + ID);
        add("executeAsyncReport", "executeAsyncReport?reportId=" + ID);
        add("getReportResults", "getReportResults?reportId=" + ID + "&instanceId=0LG000000000001AAA");
    }

    /** What is meant to be other than upstream's, each with the reason. */
    private static final Map<String, BiPredicate<String, String>> MEANT = new LinkedHashMap<>();

    static {
        MEANT.put(
                "Upstream reads the errors of a report as the report, and has neither status nor errors",
                (operation, answer) -> isFailure(answer) && !answer.equals("502 empty") && isOfReports(operation));
        MEANT.put(
                "Upstream takes the route's body if a report cannot be read",
                (operation, answer) -> answer.equals("200 cut") && isOfReports(operation));
        MEANT.put(
                "Upstream has the errors of raw in a text alone",
                (operation, answer) -> operation.equals("raw") && isFailure(answer));
        MEANT.put(
                "Until Camel 4.22.1, upstream takes a failure with a body for a success",
                (operation, answer) -> isFailure(answer)
                        && (operation.equals("composite raw")
                                || operation.startsWith("composite")
                                        && !operation.contains("Collections")
                                        && (answer.equals("502 object") || answer.equals("400 tree"))));
        MEANT.put(
                "Upstream goes on with the request's body if an answer of a composite resource cannot be read",
                (operation, answer) -> answer.equals("200 cut") && operation.startsWith("composite"));
        MEANT.put(
                "Upstream has an exception in its own thread, and the route goes on, if there is no answer to records",
                (operation, answer) -> answer.equals("204") && operation.contains("Collections"));
    }

    private static SalesforceSimulator org;
    private static CamelContext context;

    @BeforeAll
    static void start() {
        org = SalesforceSimulator.start();
        context = new DefaultCamelContext();
        SalesforceCcComponent ours = TestContexts.component(org);
        ours.setPackages("org.camelforce.salesforcecc.dto");
        context.addComponent("salesforce-cc", ours);
        var upstream = TestContexts.upstream(org);
        upstream.setPackages("org.camelforce.salesforcecc.dto");
        context.addComponent("salesforce", upstream);
        context.start();
    }

    @AfterAll
    static void stop() throws Exception {
        context.close();
        org.close();
    }

    @Test
    void exchangeWhenTheRequestFailsThenAsUpstream() throws Exception {
        int alike = 0;
        List<String> differences = new ArrayList<>();
        for (Operation operation : OPERATIONS) {
            for (Map.Entry<String, Fault.Answer> answer : ANSWERS.entrySet()) {
                String upstream = outcome("salesforce", operation, answer.getValue());
                String ours = outcome("salesforce-cc", operation, answer.getValue());
                boolean isMeant =
                        MEANT.values().stream().anyMatch(meant -> meant.test(operation.name(), answer.getKey()));
                if (ours.equals(upstream)) {
                    alike++;
                } else if (!isMeant) {
                    differences.add(operation.name() + " with " + answer.getKey() + "\n  upstream: " + upstream
                            + "\n  ours:     " + ours);
                }
            }
        }

        assertThat(differences).isEmpty();
        System.out.printf(
                "%d of %d failures alike under salesforce: and salesforce-cc:%n",
                alike, OPERATIONS.size() * ANSWERS.size());
    }

    @Test
    void exchangeWhenTheRequestFailsThenItFailsWithTheStatus() throws Exception {
        for (Operation operation : OPERATIONS) {
            for (Map.Entry<String, Fault.Answer> answer : ANSWERS.entrySet()) {
                if (isFailure(answer.getKey()) && !(operation.name().equals("apexCall NULL"))) {
                    assertThat(outcome("salesforce-cc", operation, answer.getValue()))
                            .as("%s with %s", operation.name(), answer.getKey())
                            .contains("Exception " + answer.getValue().status() + " ");
                }
            }
        }
    }

    private static String outcome(String scheme, Operation operation, Fault.Answer answer) throws Exception {
        org.faults().inject(FaultPoint.REST_REQUEST, answer, 1);
        Object body = body(operation.name());
        Exchange exchange = context.createProducerTemplate().request(scheme + ":" + operation.endpoint(), request -> {
            request.getIn().setBody(body);
            // the header's name, and the one that camel-salesforce has before 4.14.8, 4.18.3 and 4.21
            request.getIn().setHeader("CamelSalesforceSObjectIds", ID);
            request.getIn().setHeader("sObjectIds", ID);
        });
        Exception failure = exchange.getException();
        String said = failure instanceof SalesforceException salesforce
                ? failure.getClass().getSimpleName() + " " + salesforce.getStatusCode() + " " + salesforce.getErrors()
                : String.valueOf(failure);
        Object left = exchange.getMessage().getBody();
        return said + ", body " + (left == body ? "as it was" : text(left));
    }

    private static String text(Object body) throws Exception {
        if (body instanceof InputStream stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        return body == null
                ? "null"
                : body.getClass().getSimpleName()
                        + JsonUtils.createObjectMapper().writeValueAsString(body);
    }

    private static Object body(String operation) {
        if (operation.contains("Collections")) {
            return operation.startsWith("compositeRetrieve") || operation.startsWith("compositeDelete")
                    ? null
                    : List.of(Account.named("Acme"));
        }
        return switch (operation) {
            case "composite" -> new SObjectComposite("56.0", true).addCreate(Account.named("Acme"), "created");
            case "composite-batch", "composite-batch NULL" -> new SObjectBatch("56.0").addLimits();
            case "composite-tree" -> {
                SObjectTree tree = new SObjectTree();
                tree.addObject(Account.named("Tree"));
                yield tree;
            }
            case "approval", "approval raw" -> {
                ApprovalRequest request = new ApprovalRequest();
                request.setActionType(ApprovalRequest.Action.Submit);
                yield request;
            }
            default -> "{}";
        };
    }

    private static boolean isOfReports(String operation) {
        return operation.contains("Report");
    }

    private static boolean isFailure(String answer) {
        return !answer.startsWith("2");
    }

    private static Fault.Answer json(int status, String body) {
        return new Fault.Answer(status, "application/json", body);
    }

    private static void add(String name, String endpoint) {
        OPERATIONS.add(new Operation(name, endpoint));
    }

    private record Operation(String name, String endpoint) {}
}
