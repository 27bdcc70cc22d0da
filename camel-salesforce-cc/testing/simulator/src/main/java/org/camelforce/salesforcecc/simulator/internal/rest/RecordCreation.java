package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.oauth.Session;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** Creates a record or, where the object is an event, publishes it. */
final class RecordCreation {

    private final RecordStore records;
    private final EventPublisher publisher;
    private final RecentRecords recent;

    RecordCreation(RecordStore records, EventPublisher publisher, RecentRecords recent) {
        this.records = records;
        this.publisher = publisher;
        this.recent = recent;
    }

    /**
     * Creates a record.
     *
     * @param body its fields, possibly with {@code attributes}
     * @return the save result
     */
    ObjectNode create(SObjectDefinition object, ObjectNode body, Session session) {
        ObjectNode fields = RecordJson.incoming(body);
        if (Catalog.isEvent(object)) {
            return publisher.publish(object, fields, session);
        }
        String id = records.create(object.name(), fields, session.userId());
        recent.touch(session.userId(), object.name(), id);
        return SaveResult.success(id);
    }
}
