package org.camelforce.salesforcecc.simulator.internal.rest;

import java.util.List;
import org.camelforce.salesforcecc.simulator.internal.soql.ChildRelationships;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A reference seen from the object that it points to.
 *
 * @param name how the children are called; null where Salesforce gives them no name
 * @param object the children's object
 * @param reference the children's field
 */
record ChildRelationship(@Nullable String name, SObjectDefinition object, FieldDefinition reference) {

    /** All of a parent. */
    static List<ChildRelationship> of(SObjectDefinition parent, Catalog catalog) {
        return ChildRelationships.of(parent, catalog.schema()).stream()
                .map(child -> new ChildRelationship(child.name(), child.object(), child.reference()))
                .toList();
    }
}
