package org.camelforce.salesforcecc.simulator.internal.pubsub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Random;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/** Orgs with a platform event about orders. */
final class Orders {

    static final String TYPE = "Order__e";
    static final String TOPIC = "/event/" + TYPE;
    static final String ACCOUNTS = "/data/AccountChangeEvent";
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private Orders() {}

    static SalesforceSimulator.Builder builder() {
        return SalesforceSimulator.builder().random(new Random(7)).schema(schema());
    }

    static SalesforceSimulator org() {
        return builder().start();
    }

    static SalesforceSimulator orgAt(ManualTime time) {
        return builder().time(time).start();
    }

    static Schema schema() {
        return Schema.standard()
                .with(SObjectDefinition.platformEvent(TYPE)
                        .fields(
                                FieldDefinition.text("Number__c", 20).required(),
                                FieldDefinition.number("Total__c", 12, 2),
                                FieldDefinition.of("Sent__c", FieldType.DATETIME),
                                FieldDefinition.of("Due__c", FieldType.DATE),
                                FieldDefinition.checkbox("Paid__c", false))
                        .build());
    }

    /** Publishes without going through an API. */
    static void publish(SalesforceSimulator org, String... numbers) {
        for (String number : numbers) {
            org.events()
                    .publishPlatformEvent(TYPE, order(number), org.runAsUserId().orElseThrow());
        }
    }

    static ObjectNode order(String number) {
        return JsonNodeFactory.instance.objectNode().put("Number__c", number);
    }

    static ObjectNode json(String field, String value) {
        return JsonNodeFactory.instance.objectNode().put(field, value);
    }
}
