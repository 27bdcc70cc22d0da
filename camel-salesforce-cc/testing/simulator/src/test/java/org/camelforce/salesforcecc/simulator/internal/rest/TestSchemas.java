package org.camelforce.salesforcecc.simulator.internal.rest;

import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/** Schemas for tests. */
final class TestSchemas {

    private TestSchemas() {}

    /** The standard one, with an external id that need not be unique and an event. */
    static Schema shop() {
        return Schema.standard()
                .withFields("Account", FieldDefinition.text("Legacy_Id__c", 20).asExternalId())
                .with(SObjectDefinition.platformEvent("Order_Placed__e")
                        .fields(
                                FieldDefinition.text("Number__c", 10).required(),
                                FieldDefinition.checkbox("Express__c", false),
                                FieldDefinition.of("Placed_At__c", FieldType.DATETIME),
                                FieldDefinition.number("Total__c", 10, 2))
                        .build());
    }
}
