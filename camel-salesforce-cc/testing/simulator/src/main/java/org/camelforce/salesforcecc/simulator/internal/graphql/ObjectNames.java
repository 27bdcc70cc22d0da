package org.camelforce.salesforcecc.simulator.internal.graphql;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.internal.soql.ChildRelationships;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/** What the fields of an object's type stand for. */
final class ObjectNames {

    static final String ID = "Id";
    static final String API_NAME = "ApiName";

    private final Schema schema;

    ObjectNames(Schema schema) {
        this.schema = schema;
    }

    Collection<SObjectDefinition> objects() {
        return schema.objects().stream().filter(ObjectNames::isQueried).toList();
    }

    /** The fields that have a value, by name. */
    static Map<String, FieldDefinition> values(SObjectDefinition object) {
        Map<String, FieldDefinition> values = new LinkedHashMap<>();
        object.fields().stream()
                .filter(field -> !field.name().equals(ID) && ValueType.of(field).isPresent())
                .forEach(field -> values.put(field.name(), field));
        return values;
    }

    /** The objects of parents, by the relationship. */
    Map<String, SObjectDefinition> parents(SObjectDefinition object) {
        Map<String, SObjectDefinition> parents = new LinkedHashMap<>();
        for (FieldDefinition field : object.fields()) {
            String name = field.relationshipName();
            String parent = field.referenceTo();
            if (name != null && parent != null) {
                schema.find(parent).filter(ObjectNames::isQueried).ifPresent(found -> parents.put(name, found));
            }
        }
        return parents;
    }

    /** References to an object, by the relationship. */
    Map<String, ChildRelationships.Child> children(SObjectDefinition object) {
        Map<String, ChildRelationships.Child> children = new LinkedHashMap<>();
        for (ChildRelationships.Child child : ChildRelationships.of(object, schema)) {
            String name = child.name();
            if (name != null
                    && object.field(name).isEmpty()
                    && object.relationship(name).isEmpty()) {
                children.put(name, child);
            }
        }
        return children;
    }

    /** The parent that a relationship leads to. */
    Optional<SObjectDefinition> parent(SObjectDefinition object, String relationship) {
        return Optional.ofNullable(parents(object).get(relationship));
    }

    private static boolean isQueried(SObjectDefinition object) {
        return object.kind() != SObjectDefinition.Kind.PLATFORM_EVENT;
    }
}
