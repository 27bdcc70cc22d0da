package org.camelforce.salesforcecc.simulator.internal.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /**
     * All of a parent. The name is the plural of the children's object, followed by {@code __r} for custom ones; a
     * second reference of one object to the same parent and the references to users have none.
     */
    static List<ChildRelationship> of(SObjectDefinition parent, Catalog catalog) {
        List<ChildRelationship> children = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (SObjectDefinition object : catalog.all()) {
            for (FieldDefinition field : object.fields()) {
                if (parent.name().equals(field.referenceTo()) && !Catalog.isEvent(object)) {
                    String name = nameOf(object, field);
                    children.add(new ChildRelationship(name != null && taken.add(name) ? name : null, object, field));
                }
            }
        }
        return children;
    }

    private static @Nullable String nameOf(SObjectDefinition child, FieldDefinition field) {
        if (!field.createable() || "User".equals(field.referenceTo())) {
            return null;
        }
        String plural = child.labelPlural().replace(" ", "");
        if (child.name().equals(field.referenceTo())) {
            plural = "Child" + plural;
        }
        return field.name().endsWith("__c") ? plural + "__r" : plural;
    }
}
