package org.camelforce.salesforcecc.examples.quickstart;

import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/**
 * The org to connect to, with the three values that a login takes.
 *
 * @param description what people read
 * @param loginUrl the org's My Domain
 * @param clientId the consumer key
 * @param clientSecret the consumer secret
 * @param onClose what to close in the end
 */
record Org(String description, String loginUrl, String clientId, String clientSecret, Runnable onClose)
        implements AutoCloseable {

    private static final String LOGIN_URL = "SALESFORCE_LOGIN_URL";
    private static final String CLIENT_ID = "SALESFORCE_CLIENT_ID";
    private static final String CLIENT_SECRET = "SALESFORCE_CLIENT_SECRET";

    /**
     * @param environment the environment variables
     * @return the org that they name, or a simulated one if they name none
     * @throws IllegalArgumentException if only some of the three variables are set
     */
    static Org of(Map<String, String> environment) {
        List<String> all = List.of(LOGIN_URL, CLIENT_ID, CLIENT_SECRET);
        List<String> missing = all.stream()
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .toList();
        if (missing.equals(all)) {
            return simulated();
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(String.join(" and ", missing) + " not set. Set all three of "
                    + String.join(", ", all) + " to run against an org, or none to run against the simulator.");
        }
        String loginUrl = environment.getOrDefault(LOGIN_URL, "");
        return new Org(
                loginUrl,
                loginUrl,
                environment.getOrDefault(CLIENT_ID, ""),
                environment.getOrDefault(CLIENT_SECRET, ""),
                () -> {});
    }

    /** An org with what a real one needs for the tour, and with two records to a page of a query result. */
    private static Org simulated() {
        Schema schema = Schema.standard()
                .withFields(
                        "Account",
                        FieldDefinition.text("Legacy_Id__c", 20).asExternalId().asUnique())
                .with(SObjectDefinition.platformEvent("Order_Placed__e")
                        .fields(FieldDefinition.text("Order_Number__c", 20))
                        .build());
        SalesforceSimulator simulator =
                SalesforceSimulator.builder().schema(schema).queryBatchSize(2).start();
        return new Org(
                simulator.getLoginUrl() + " (simulator in this process)",
                simulator.getLoginUrl(),
                simulator.getClientId(),
                simulator.getClientSecret(),
                simulator::close);
    }

    @Override
    public void close() {
        onClose.run();
    }

    /** Names the org, no credentials. */
    @Override
    public String toString() {
        return description;
    }
}
