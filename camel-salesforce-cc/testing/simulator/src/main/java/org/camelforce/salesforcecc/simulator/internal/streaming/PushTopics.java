package org.camelforce.salesforcecc.simulator.internal.streaming;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.camelforce.salesforcecc.simulator.events.Events.LoggedEvent;
import org.camelforce.salesforcecc.simulator.internal.data.RecordChange;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The org's active PushTopics and what they make of a change. Safe for use by several threads. */
final class PushTopics {

    private static final Logger LOG = LoggerFactory.getLogger(PushTopics.class);
    private static final String OBJECT = "PushTopic";

    private final RecordStore records;
    private final AtomicLong version = new AtomicLong();
    private volatile Active active = new Active(-1, List.of());

    PushTopics(RecordStore records) {
        this.records = records;
    }

    /** @return an event for each topic that the change concerns */
    List<NewEvent> of(RecordChange change) {
        if (OBJECT.equalsIgnoreCase(change.type())) {
            version.incrementAndGet();
            return List.of();
        }
        return active().stream()
                .filter(topic -> topic.isConcernedBy(change))
                .flatMap(topic -> matched(topic, change).stream()
                        .map(sobject -> new NewEvent(
                                LoggedEvent.Kind.PUSH_TOPIC,
                                List.of("/topic/" + topic.name()),
                                typeOf(change.kind()),
                                sobject,
                                change.userId())))
                .toList();
    }

    private List<PushTopic> active() {
        Active known = active;
        long current = version.get();
        if (known.version() != current) {
            known = new Active(current, load());
            active = known;
        }
        return known.topics();
    }

    private List<PushTopic> load() {
        try {
            return records
                    .query("SELECT " + PushTopic.COLUMNS + " FROM " + OBJECT + " WHERE IsActive = true", false)
                    .rows()
                    .stream()
                    .flatMap(row -> PushTopic.of(row).stream())
                    .toList();
        } catch (ApiException e) {
            LOG.debug("The org has no PushTopics: {}", e.getMessage());
            return List.of();
        }
    }

    private Optional<ObjectNode> matched(PushTopic topic, RecordChange change) {
        boolean deleted = change.kind() == RecordChange.Kind.DELETE;
        try {
            Optional<ObjectNode> row = records.query(topic.query().forRecord(change.id()), deleted).rows().stream()
                    .findFirst();
            return deleted
                    ? row.map(any -> JsonNodeFactory.instance.objectNode().put("Id", change.id()))
                    : row;
        } catch (ApiException e) {
            LOG.warn("PushTopic {} cannot be evaluated: {}", topic.name(), e.getMessage());
            return Optional.empty();
        }
    }

    private static String typeOf(RecordChange.Kind kind) {
        return switch (kind) {
            case CREATE -> "created";
            case UPDATE -> "updated";
            case DELETE -> "deleted";
            case UNDELETE -> "undeleted";
        };
    }

    private record Active(long version, List<PushTopic> topics) {}
}
