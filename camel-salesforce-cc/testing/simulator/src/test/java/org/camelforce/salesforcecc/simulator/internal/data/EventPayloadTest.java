package org.camelforce.salesforcecc.simulator.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.simulator.internal.data.TestOrg.json;
import static org.camelforce.salesforcecc.simulator.internal.data.TestOrg.refusal;

import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.junit.jupiter.api.Test;

class EventPayloadTest {

    private final SObjectDefinition event =
            TestOrg.SCHEMA.find("Order_Placed__e").orElseThrow();

    @Test
    void checkedWhenValidThenHasEveryDeclaredFieldInOrder() {
        assertThat(EventPayload.checked(event, json("{'number__c':'17'}")).toString())
                .isEqualTo("{\"Number__c\":\"17\",\"Urgent__c\":false,\"Total__c\":null}");
    }

    @Test
    void checkedWhenRequiredFieldIsAbsentThenRefused() {
        assertThat(refusal(() -> EventPayload.checked(event, json("{}"))).errorCode())
                .isEqualTo("REQUIRED_FIELD_MISSING");
    }

    @Test
    void checkedWhenSystemFieldIsGivenThenRefused() {
        assertThat(refusal(() -> EventPayload.checked(event, json("{'Number__c':'1','ReplayId':'3'}")))
                        .errorCode())
                .isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
    }
}
