package org.camelforce.salesforcecc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;

/** Records put into the org past the API. */
final class TestRecords {

    private TestRecords() {}

    static String createAccount(SalesforceSimulator org, String name) {
        return org.records()
                .create(
                        "Account",
                        JsonNodeFactory.instance.objectNode().put("Name", name),
                        org.runAsUserId().orElseThrow());
    }

    static void publish(SalesforceSimulator org, String event, String field, String value) {
        org.events()
                .publishPlatformEvent(
                        event,
                        JsonNodeFactory.instance.objectNode().put(field, value),
                        org.runAsUserId().orElseThrow());
    }
}
