package org.camelforce.salesforcecc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.approvals.Approvals;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.simulator.oauth.RotationBehavior;
import org.camelforce.salesforcecc.simulator.reports.Reports;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.simulator.setup.SchemaFile;
import org.camelforce.salesforcecc.simulator.setup.SeedFile;
import org.camelforce.salesforcecc.simulator.setup.SetupFile;
import org.camelforce.salesforcecc.simulator.setup.TestFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the README, which shows the regions between {@code tag} and {@code end}. */
class ReadmeExamplesTest {

    private static final String LIMITS = "/services/data/v67.0/limits";

    @Test
    void libraryWhenStartedThenClientLogsIn() {
        // tag::library[]
        try (SalesforceSimulator simulator = SalesforceSimulator.start()) {
            String token = logIn(simulator.getLoginUrl(), simulator.getClientId(), simulator.getClientSecret());

            assertThat(simulator.tokenRequests()).isEqualTo(1);
            assertThat(simulator.sessions().peek(token)).isPresent();
        }
        // end::library[]
    }

    @Test
    void bulkWhenRecordsAreInAFileThenItIsGoneInTheEnd(@TempDir Path folder) {
        // tag::bulk[]
        SalesforceSimulator simulator = SalesforceSimulator.builder()
                .recordsFolder(folder)
                .changeDataCapture(entity -> false)
                .start();
        // end::bulk[]
        try (simulator) {
            assertThat(folder).isNotEmptyDirectory();
            assertThat(simulator.records().query("SELECT Id FROM User")).hasSize(1);
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void filesWhenReadThenOrgStartsWithThem() {
        Path schemaFile = TestFiles.schema();
        Path seedFile = TestFiles.seed();
        // tag::files[]
        try (SalesforceSimulator simulator = SalesforceSimulator.builder()
                .schema(SchemaFile.read(schemaFile))
                .start()) {
            Map<String, String> ids = simulator.load(SeedFile.read(seedFile));

            ObjectNode acme = simulator.records().retrieve("Account", ids.get("acme"), List.of("Name"));
            assertThat(acme.get("Name").asText()).isEqualTo("Acme");
        }
        // end::files[]
    }

    @Test
    void resourcesWhenDefinedThenAnswered() {
        try (SalesforceSimulator simulator = SalesforceSimulator.start()) {
            String approverId = simulator.runAsUserId().orElseThrow();
            // tag::resources[]
            simulator.apex().on("GET", "/orders/*", request -> Map.of("order", request.rest()));
            simulator
                    .approvals()
                    .define(Approvals.Process.of("Discount", "Opportunity").withApprovers(approverId));
            String reportId = simulator
                    .reports()
                    .define(Reports.Report.of("Accounts by industry", "Account", "Name")
                            .groupedBy("Industry"));
            // end::resources[]
            TestClient client = new TestClient(simulator);
            String token = client.login();

            assertThat(client.get("/services/apexrest/orders/42", token).body()).isEqualTo("{\"order\":\"42\"}");
            assertThat(client.get("/services/data/v67.0/process/approvals", token)
                            .body())
                    .contains("Discount");
            assertThat(client.get("/services/data/v67.0/analytics/reports", token)
                            .body())
                    .contains(reportId);
        }
    }

    @Test
    void setupWhenReadThenAppliesToAnOrg() {
        try (SalesforceSimulator simulator = SalesforceSimulator.start()) {
            simulator.apply(SetupFile.read(TestFiles.setup()));
            TestClient client = new TestClient(simulator);

            assertThat(client.get("/services/apexrest/status", client.login()).body())
                    .isEqualTo("{\"open\":true}");
        }
    }

    @Test
    void schemaWhenBuiltInCodeThenHasObjects() {
        // tag::schema[]
        Schema schema = Schema.standard()
                .withFields(
                        "Account",
                        FieldDefinition.text("Legacy_Id__c", 20).asExternalId().asUnique())
                .with(SObjectDefinition.custom("Invoice__c")
                        .fields(FieldDefinition.reference("Account__c", "Account"))
                        .build());
        // end::schema[]
        assertThat(schema.find("Invoice__c")).isPresent();
    }

    @Test
    void faultsWhenInjectedThenStrikeAsOftenAsAsked() {
        try (SalesforceSimulator simulator = SalesforceSimulator.start()) {
            TestClient client = new TestClient(simulator);
            // tag::faults[]
            simulator.faults().inject(FaultPoint.TOKEN_REQUEST, Fault.Answer.unknownError(), 2);
            simulator.faults().inject(FaultPoint.REST_REQUEST, new Fault.EndAllSessions(), 1);
            // end::faults[]

            assertThat(client.requestToken().statusCode()).isEqualTo(400);
            assertThat(client.requestToken().statusCode()).isEqualTo(400);
            assertThat(client.get(LIMITS, client.login()).statusCode()).isEqualTo(401);
            assertThat(client.get(LIMITS, client.login()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void timeWhenMovedThenSessionTimesOut() {
        // tag::time[]
        ManualTime time = new ManualTime(Instant.parse("2026-03-01T10:00:00Z"));
        try (SalesforceSimulator simulator = SalesforceSimulator.builder()
                .time(time)
                .sessionTimeout(Duration.ofMinutes(15))
                .start()) {
            String token = logIn(simulator.getLoginUrl(), simulator.getClientId(), simulator.getClientSecret());
            time.advance(Duration.ofMinutes(15));

            assertThat(get(simulator, "/services/data/v67.0/limits", token).statusCode())
                    .isEqualTo(401);
        }
        // end::time[]
    }

    @Test
    void rotationWhenItSettlesThenNewPairIsDeniedAndAccepted() {
        try (SalesforceSimulator simulator = SalesforceSimulator.start()) {
            TestClient client = new TestClient(simulator);
            // tag::rotation[]
            simulator.app().rotation().setBehavior(RotationBehavior.alternating(Duration.ofMinutes(10)));
            ConsumerDetails next = simulator.app().rotation().rotate();
            // end::rotation[]

            assertThat(client.requestToken(next.key(), next.secret()).statusCode())
                    .isEqualTo(400);
            assertThat(client.requestToken(next.key(), next.secret()).statusCode())
                    .isEqualTo(200);
        }
    }

    private static HttpResponse<String> get(SalesforceSimulator simulator, String path, String token) {
        return new TestClient(simulator).get(path, token);
    }

    private static String logIn(String loginUrl, String clientId, String clientSecret) {
        return TestClient.login(loginUrl, clientId, clientSecret);
    }
}
