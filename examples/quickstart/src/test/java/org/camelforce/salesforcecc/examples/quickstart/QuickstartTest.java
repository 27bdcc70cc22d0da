package org.camelforce.salesforcecc.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.junit.jupiter.api.Test;

class QuickstartTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void runWhenEnvironmentIsEmptyThenToursASimulatedOrg() {
        assertThat(run(Map.of())).isZero();

        assertThat(printed())
                .containsSubsequence(
                        "Org ",
                        "Created ",
                        "Acme",
                        "Created ",
                        "Borealis",
                        "Upserted ",
                        "which was there",
                        "Upserted ",
                        "which is new",
                        "Queried ",
                        "Acme Renamed",
                        "Queried ",
                        "Borealis",
                        "Queried ",
                        "Cirrus",
                        "Published ",
                        "Received ",
                        "platform event",
                        "CREATE 001",
                        "CREATE 001",
                        "UPDATE 001",
                        "CREATE 001",
                        "Deleted    3 accounts",
                        "Done ");
    }

    @Test
    void runWhenEnvironmentNamesAnOrgThenToursItAndLeavesNothing() {
        Schema schema = withOrderPlaced(withLegacyId(Schema.standard()));
        try (SalesforceSimulator org =
                SalesforceSimulator.builder().schema(schema).start()) {
            assertThat(run(environmentOf(org))).isZero();

            assertThat(printed()).contains("Org        " + org.getLoginUrl() + System.lineSeparator());
            assertThat(org.records().query("SELECT Id FROM Account")).isEmpty();
            assertThat(org.tokenRequests()).isEqualTo(1);
        }
    }

    @Test
    void runWhenEnvironmentIsIncompleteThenNamesWhatIsMissing() {
        assertThat(run(Map.of("SALESFORCE_CLIENT_ID", "key"))).isEqualTo(1);

        assertThat(printed()).contains("FAILED     SALESFORCE_LOGIN_URL and SALESFORCE_CLIENT_SECRET not set");
    }

    @Test
    void runWhenSecretIsWrongThenSaysWhereToLook() {
        try (SalesforceSimulator org = SalesforceSimulator.start()) {
            Map<String, String> environment = Map.of(
                    "SALESFORCE_LOGIN_URL", org.getLoginUrl(),
                    "SALESFORCE_CLIENT_ID", org.getClientId(),
                    "SALESFORCE_CLIENT_SECRET", "wrong");

            assertThat(run(environment)).isEqualTo(1);

            assertThat(printed()).contains("FAILED     Salesforce denied the login", "Check option clientSecret");
        }
    }

    @Test
    void runWhenOrgLacksThePlatformEventThenSaysWhatToCreate() {
        try (SalesforceSimulator org = SalesforceSimulator.builder()
                .schema(withLegacyId(Schema.standard()))
                .start()) {
            assertThat(run(environmentOf(org))).isEqualTo(1);

            assertThat(printed()).contains("The org needs the platform event Order_Placed__e");
        }
    }

    @Test
    void runWhenOrgLacksTheExternalIdThenSaysWhatToCreate() {
        try (SalesforceSimulator org = SalesforceSimulator.builder()
                .schema(withOrderPlaced(Schema.standard()))
                .start()) {
            assertThat(run(environmentOf(org))).isEqualTo(1);

            assertThat(printed()).contains("The org needs the field Legacy_Id__c on Account");
        }
    }

    private int run(Map<String, String> environment) {
        return new Quickstart(environment, new PrintStream(printed, true, StandardCharsets.UTF_8)).run();
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, String> environmentOf(SalesforceSimulator org) {
        return Map.of(
                "SALESFORCE_LOGIN_URL", org.getLoginUrl(),
                "SALESFORCE_CLIENT_ID", org.getClientId(),
                "SALESFORCE_CLIENT_SECRET", org.getClientSecret());
    }

    private static Schema withLegacyId(Schema schema) {
        return schema.withFields(
                "Account",
                FieldDefinition.text("Legacy_Id__c", 20).asExternalId().asUnique());
    }

    private static Schema withOrderPlaced(Schema schema) {
        return schema.with(SObjectDefinition.platformEvent("Order_Placed__e")
                .fields(FieldDefinition.text("Order_Number__c", 20))
                .build());
    }
}
