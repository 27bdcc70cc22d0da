package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.jspecify.annotations.Nullable;

/** References seen from the objects that they point to. */
public final class ChildRelationships {

    private ChildRelationships() {}

    /**
     * A reference.
     *
     * @param name how the children are called; null where Salesforce gives them no name
     * @param object the children's object
     * @param reference the children's field
     */
    public record Child(@Nullable String name, SObjectDefinition object, FieldDefinition reference) {}

    /**
     * All of a parent. The name is the plural of the children's object, followed by {@code __r} for custom ones; a
     * second reference of one object to the same parent and the references to users have none.
     *
     * @param parent an object
     * @param schema what may refer to it
     * @return the references
     */
    public static List<Child> of(SObjectDefinition parent, Schema schema) {
        List<Child> children = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (SObjectDefinition object : schema.objects()) {
            for (FieldDefinition field : object.fields()) {
                if (parent.name().equals(field.referenceTo())
                        && object.kind() != SObjectDefinition.Kind.PLATFORM_EVENT) {
                    String name = nameOf(object, field);
                    children.add(new Child(name != null && taken.add(name) ? name : null, object, field));
                }
            }
        }
        return children;
    }

    static Optional<Child> find(SObjectDefinition parent, String name, Schema schema) {
        return of(parent, schema).stream()
                .filter(child -> name.equalsIgnoreCase(child.name()))
                .findFirst();
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
