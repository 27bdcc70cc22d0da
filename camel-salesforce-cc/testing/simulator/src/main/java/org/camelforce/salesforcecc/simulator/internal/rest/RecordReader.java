package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camelforce.salesforcecc.simulator.internal.data.RecordRef;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** Reads single records. */
final class RecordReader {

    private final RecordStore records;

    RecordReader(RecordStore records) {
        this.records = records;
    }

    /**
     * Reads a record.
     *
     * @param fields the fields wanted, to which the id is added; empty for all
     */
    ObjectNode read(SObjectDefinition object, String id, List<String> fields, ApiVersion version) {
        ObjectNode record = records.retrieve(object.name(), id, fields);
        RecordRef reference = new RecordRef(object.name(), SalesforceId.to18(id));
        if (!record.has("Id")) {
            record.put("Id", reference.id());
        }
        return RecordJson.outgoing(record, reference, version);
    }
}
