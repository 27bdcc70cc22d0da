package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** Sets the fields of rows whose names come with each row. */
final class RowFields {

    private RowFields() {}

    static void put(SObjectDefinition object, ObjectNode fields, String name, String text) {
        column(object, name).put(fields, text, fields.size());
    }

    static void putNull(SObjectDefinition object, ObjectNode fields, String name) {
        fields.set(column(object, name).field().name(), NullNode.getInstance());
    }

    private static FieldColumn column(SObjectDefinition object, String name) {
        return FieldColumn.find(object, name)
                .orElseThrow(() ->
                        new JobFailedException(BulkError.INVALID_BATCH.message("Field name not found : " + name)));
    }
}
