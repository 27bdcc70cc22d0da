package org.camelforce.salesforcecc.kamelets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.support.TestTls;

/** An org with a platform event, an external id and small pages. */
public final class Orders implements SimulatorSettings {

    @Override
    public void apply(SalesforceSimulator.Builder builder) {
        builder.queryBatchSize(2)
                .pubSubTls(TestTls.server())
                .schema(Schema.standard()
                        .withFields(
                                "Account",
                                FieldDefinition.text("Legacy_Id__c", 20)
                                        .asExternalId()
                                        .asUnique(),
                                FieldDefinition.number("Credit__c", 18, 2))
                        .with(SObjectDefinition.platformEvent("Order__e")
                                .fields(FieldDefinition.text("Number__c", 20))
                                .build()));
    }

    static void place(SalesforceSimulator org, String number) {
        org.events()
                .publishPlatformEvent(
                        "Order__e",
                        JsonNodeFactory.instance.objectNode().put("Number__c", number),
                        org.runAsUserId().orElseThrow());
    }

    static String createAccount(SalesforceSimulator org, String name) {
        return org.records()
                .create("Account", JsonNodeFactory.instance.objectNode().put("Name", name), "");
    }
}
