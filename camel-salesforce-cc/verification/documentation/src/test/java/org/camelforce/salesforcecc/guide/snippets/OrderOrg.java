package org.camelforce.salesforcecc.guide.snippets;

import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.test.SimulatorSettings;

public final class OrderOrg implements SimulatorSettings {

    @Override
    public void apply(SalesforceSimulator.Builder builder) {
        builder.schema(Schema.standard()
                .with(SObjectDefinition.platformEvent("Order__e")
                        .fields(FieldDefinition.text("Number__c", 80))
                        .build()));
    }
}
