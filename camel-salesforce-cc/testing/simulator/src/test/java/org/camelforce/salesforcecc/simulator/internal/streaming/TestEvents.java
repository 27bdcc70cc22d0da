package org.camelforce.salesforcecc.simulator.internal.streaming;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.camelforce.salesforcecc.simulator.events.Events.LoggedEvent;
import org.camelforce.salesforcecc.simulator.internal.data.RecordChange;

/** Events and changes for tests. */
final class TestEvents {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final String USER = "005000000000001AAA";
    static final String ORDER = "Order__e";
    static final String ORDERS = "/event/Order__e";
    static final String ACCOUNT_ID = "001000000000001AAA";

    private static final ObjectMapper JSON = new ObjectMapper();

    private TestEvents() {}

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('`', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static ObjectNode number(int n) {
        return json("{`Number__c`:" + n + "}");
    }

    static NewEvent order(int n) {
        return new NewEvent(LoggedEvent.Kind.PLATFORM_EVENT, List.of(ORDERS), ORDER, number(n), USER);
    }

    static NewEvent generic(String channel) {
        return new NewEvent(LoggedEvent.Kind.GENERIC, List.of(channel), channel, json("{`payload`:`hello`}"), USER);
    }

    static RecordChange accountChange(RecordChange.Kind kind, String record, String... changed) {
        return change(kind, "Account", record, "tx-1", changed);
    }

    static RecordChange change(
            RecordChange.Kind kind, String type, String record, String transaction, String... changed) {
        return new RecordChange(kind, type, ACCOUNT_ID, Set.of(changed), json(record), USER, NOON, transaction, 1);
    }

    static MergedChange alone(RecordChange change) {
        return MergedChange.merge(List.of(change)).get(0);
    }

    static ObjectNode pushTopic(String name, String query) {
        return json("{`Name`:`" + name + "`,`IsActive`:true}").put("Query", query);
    }
}
