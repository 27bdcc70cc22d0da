package org.camelforce.salesforcecc.examples.karaf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/** An org with the field and the platform event that the routes need. */
final class SimulatedOrg implements AutoCloseable {

    private final SalesforceSimulator simulator = SalesforceSimulator.builder()
            .schema(Schema.standard()
                    .withFields(
                            "Account",
                            FieldDefinition.text("Legacy_Id__c", 20)
                                    .asExternalId()
                                    .asUnique())
                    .with(SObjectDefinition.platformEvent("Customer_Moved__e")
                            .fields(FieldDefinition.text("Number__c", 20), FieldDefinition.text("City__c", 40))
                            .build()))
            .start();

    SalesforceSimulator simulator() {
        return simulator;
    }

    /** The cities of the accounts, ordered by the customers' numbers. */
    List<String> cities() {
        return simulator
                .records()
                .query("SELECT BillingCity FROM Account WHERE Legacy_Id__c LIKE 'C-%' ORDER BY Legacy_Id__c")
                .stream()
                .map(account -> account.get("BillingCity"))
                .map(JsonNode::asText)
                .toList();
    }

    boolean queried() {
        return simulator.requestLog().stream()
                .anyMatch(request -> request.path().contains("/query") && request.status() == 200);
    }

    void move(String number, String city) {
        simulator
                .events()
                .publishPlatformEvent(
                        "Customer_Moved__e",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("Number__c", number)
                                .put("City__c", city),
                        simulator.runAsUserId().orElseThrow());
    }

    @Override
    public void close() {
        simulator.close();
    }
}
