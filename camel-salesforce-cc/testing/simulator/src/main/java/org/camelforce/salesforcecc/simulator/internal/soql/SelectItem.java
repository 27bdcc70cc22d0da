package org.camelforce.salesforcecc.simulator.internal.soql;

/** What a select list consists of. */
public sealed interface SelectItem {

    /**
     * All fields of a group, as in {@code FIELDS(STANDARD)}.
     *
     * @param group which fields
     */
    record FieldSet(Group group) implements SelectItem {}

    /** The groups of fields that have a name. */
    enum Group {
        /** Every field. */
        ALL,
        /** Fields delivered with the org. */
        STANDARD,
        /** Fields added to the org. */
        CUSTOM
    }

    /**
     * A single field.
     *
     * @param path how to reach it
     */
    record Field(FieldPath path) implements SelectItem {}
}
