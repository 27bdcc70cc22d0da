package org.camelforce.salesforcecc.simulator.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/** What a first route finds in the org: some accounts, and an event to subscribe to. */
final class FirstSteps {

    private static final List<String> ACCOUNTS = List.of("Acme", "Borealis", "Cirrus");

    private FirstSteps() {}

    /** @return the standard objects and the platform event {@code Order__e} */
    static Schema schema() {
        return Schema.standard()
                .with(SObjectDefinition.platformEvent("Order__e")
                        .fields(FieldDefinition.text("Number__c", 80))
                        .build());
    }

    static void createAccounts(SalesforceSimulator simulator) {
        String user = simulator.runAsUserId().orElse("");
        ACCOUNTS.forEach(name -> simulator
                .records()
                .create("Account", JsonNodeFactory.instance.objectNode().put("Name", name), user));
    }
}
