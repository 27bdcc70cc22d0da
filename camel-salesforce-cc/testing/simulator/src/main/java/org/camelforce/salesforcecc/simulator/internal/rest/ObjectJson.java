package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** Objects as describe results show them (REST API Developer Guide, "Describe Global" and "sObject Describe"). */
final class ObjectJson {

    private final Catalog catalog;
    private final String path;

    /** @param path below which the objects are described, without a slash at its end */
    ObjectJson(Catalog catalog, String path) {
        this.catalog = catalog;
        this.path = path;
    }

    /** What describe global and basic information say of an object. */
    ObjectNode summary(SObjectDefinition object) {
        boolean record = !Catalog.isEvent(object);
        boolean writable = object.kind() != SObjectDefinition.Kind.LOG;
        ObjectNode json = Json.object()
                .put("activateable", false)
                .put("createable", writable)
                .put("custom", object.kind() == SObjectDefinition.Kind.CUSTOM || !record)
                .put("customSetting", false)
                .put("deletable", record && writable)
                .put("deprecatedAndHidden", false)
                .put("feedEnabled", false)
                .put("hasSubtypes", false)
                .put("isInterface", false)
                .put("isSubtype", false)
                .put("keyPrefix", object.keyPrefix())
                .put("label", object.label())
                .put("labelPlural", object.labelPlural())
                .put("layoutable", record && writable)
                .put("mergeable", false)
                .put("mruEnabled", record && writable)
                .put("name", object.name())
                .put("queryable", record)
                .put("replicateable", record && writable)
                .put("retrieveable", record && writable)
                .put("searchable", Searches.isSearchable(object))
                .put("triggerable", writable)
                .put("undeletable", object.field("IsDeleted").isPresent())
                .put("updateable", record && writable);
        json.set("urls", urls(object));
        return json;
    }

    /** The whole description. */
    ObjectNode description(SObjectDefinition object) {
        ObjectNode json = summary(object);
        json.putArray("actionOverrides");
        json.putArray("childRelationships")
                .addAll(ChildRelationship.of(object, catalog).stream()
                        .map(ObjectJson::child)
                        .toList());
        json.put("compactLayoutable", false);
        json.putArray("fields")
                .addAll(object.fields().stream()
                        .map(field -> FieldJson.of(field, object, isNameField(object, field), recordObjects()))
                        .toList());
        json.putNull("listviewable");
        json.putNull("lookupLayoutable");
        json.putArray("namedLayoutInfos");
        json.putNull("networkScopeFieldName");
        json.putArray("recordTypeInfos");
        json.put("searchLayoutable", false);
        json.putArray("supportedScopes");
        return json;
    }

    private Stream<String> recordObjects() {
        return catalog.all().stream()
                .filter(object -> object.kind() == SObjectDefinition.Kind.STANDARD
                        || object.kind() == SObjectDefinition.Kind.CUSTOM)
                .map(SObjectDefinition::name);
    }

    private static boolean isNameField(SObjectDefinition object, FieldDefinition field) {
        String nameField = object.name().equals("Case") ? "CaseNumber" : "Name";
        return field.name().equals(nameField);
    }

    private ObjectNode urls(SObjectDefinition object) {
        String url = path + "/sobjects/" + object.name();
        ObjectNode urls = Json.object();
        if (Catalog.isEvent(object)) {
            urls.put("eventSchema", url + "/eventSchema");
        }
        return urls.put("rowTemplate", url + "/{ID}")
                .put("describe", url + "/describe")
                .put("sobject", url);
    }

    private static ObjectNode child(ChildRelationship child) {
        ObjectNode json = Json.object()
                .put("cascadeDelete", false)
                .put("childSObject", child.object().name())
                .put("deprecatedAndHidden", false)
                .put("field", child.reference().name());
        json.putArray("junctionIdListNames");
        json.putArray("junctionReferenceTo");
        return json.put("relationshipName", child.name()).put("restrictedDelete", false);
    }
}
