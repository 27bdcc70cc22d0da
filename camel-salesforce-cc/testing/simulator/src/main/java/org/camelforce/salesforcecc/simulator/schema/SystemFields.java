package org.camelforce.salesforcecc.simulator.schema;

import java.util.List;

/** The fields that the org itself keeps (Object Reference, "System Fields"; Platform Events Developer Guide). */
final class SystemFields {

    private SystemFields() {}

    static List<FieldDefinition> leading(boolean recycled) {
        FieldDefinition id = filled(FieldDefinition.of("Id", FieldType.ID));
        return recycled ? List.of(id, filled(FieldDefinition.checkbox("IsDeleted", false))) : List.of(id);
    }

    static List<FieldDefinition> trailing() {
        return List.of(
                filled(FieldDefinition.of("CreatedDate", FieldType.DATETIME)),
                filled(FieldDefinition.reference("CreatedById", "User")),
                filled(FieldDefinition.of("LastModifiedDate", FieldType.DATETIME)),
                filled(FieldDefinition.reference("LastModifiedById", "User")),
                filled(FieldDefinition.of("SystemModstamp", FieldType.DATETIME)));
    }

    static List<FieldDefinition> ofEvents() {
        return List.of(
                FieldDefinition.text("ReplayId", 1000).readOnly(),
                filled(FieldDefinition.of("CreatedDate", FieldType.DATETIME)),
                filled(FieldDefinition.reference("CreatedById", "User")),
                FieldDefinition.text("EventUuid", 36).readOnly());
    }

    private static FieldDefinition filled(FieldDefinition field) {
        return field.filledByOrg().readOnly();
    }
}
