package org.camelforce.salesforcecc.simulator.internal.reports;

import java.util.Map;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/** Finds the fields that columns and aggregates name. */
final class Columns {

    static final String ROW_COUNT = "RowCount";

    private static final Map<String, String> FUNCTIONS =
            Map.of("s", "Sum of ", "a", "Average ", "m", "Smallest ", "x", "Largest ");

    private final Schema schema;
    private final SObjectDefinition object;

    Columns(Schema schema, String objectName) {
        this.schema = schema;
        this.object = schema.find(objectName).orElseThrow(() -> invalid("the object", objectName));
    }

    SObjectDefinition object() {
        return object;
    }

    FieldDefinition field(String column) {
        SObjectDefinition at = object;
        String[] names = column.split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            at = at.relationship(names[i])
                    .flatMap(reference -> schema.find(String.valueOf(reference.referenceTo())))
                    .orElseThrow(() -> invalid("the column", column));
        }
        return at.field(names[names.length - 1]).orElseThrow(() -> invalid("the column", column));
    }

    /** The column that an aggregate summarizes; empty for the number of rows. */
    Optional<String> columnOf(String aggregate) {
        if (aggregate.equals(ROW_COUNT)) {
            return Optional.empty();
        }
        int mark = aggregate.indexOf('!');
        if (mark < 0 || !FUNCTIONS.containsKey(aggregate.substring(0, mark))) {
            throw invalid("the aggregate", aggregate);
        }
        String column = aggregate.substring(mark + 1);
        FieldType type = field(column).type();
        if (!type.isDecimal() && type != FieldType.INT) {
            throw invalid("the aggregate", aggregate);
        }
        return Optional.of(column);
    }

    String labelOf(String aggregate) {
        return columnOf(aggregate)
                .map(column -> FUNCTIONS.get(aggregate.substring(0, aggregate.indexOf('!')))
                        + field(column).label())
                .orElse("Record Count");
    }

    static ApiException invalid(String what, String name) {
        return new ApiException(400, "BAD_REQUEST", what + " is not valid: " + name);
    }
}
