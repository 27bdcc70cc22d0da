package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/**
 * {@code sobjects/X/describe/layouts}: one layout for each object, that of its master record type, with all fields in
 * one section (REST API Developer Guide, "Get Layouts and Descriptions for a Specified Object").
 */
final class LayoutsResource {

    private static final String LAYOUTS = "sobjects/{object}/describe/layouts";
    private static final String MASTER = "012000000000000AAA";

    private final Catalog catalog;

    LayoutsResource(Catalog catalog) {
        this.catalog = catalog;
    }

    void addTo(Router router) {
        router.add("GET", LAYOUTS, this::all);
        router.add("GET", LAYOUTS + "/{recordType}", this::ofRecordType);
    }

    private RestResponse all(RestRequest request) {
        SObjectDefinition object = object(request);
        ObjectNode answer = Json.object();
        answer.putArray("layouts").add(layout(object));
        ObjectNode mapping = answer.putArray("recordTypeMappings")
                .addObject()
                .put("active", true)
                .put("available", true)
                .put("defaultRecordTypeMapping", true)
                .put("developerName", "Master")
                .put("layoutId", layoutId(object))
                .put("master", true)
                .put("name", "Master");
        mapping.putArray("picklistsForRecordType");
        mapping.put("recordTypeId", MASTER)
                .putObject("urls")
                .put("layout", request.version().path() + "/sobjects/" + object.name() + "/describe/layouts/" + MASTER);
        answer.putArray("recordTypeSelectorRequired").add(false);
        return RestResponse.ok(answer);
    }

    private RestResponse ofRecordType(RestRequest request) {
        SObjectDefinition object = object(request);
        String recordType = request.variable("recordType");
        if (!SalesforceId.isWellFormed(recordType)
                || !SalesforceId.to18(recordType).equals(MASTER)) {
            throw Router.unknownResource();
        }
        return RestResponse.ok(layout(object));
    }

    private SObjectDefinition object(RestRequest request) {
        SObjectDefinition object = catalog.recordObject(request.variable("object"));
        if (object.kind() == SObjectDefinition.Kind.LOG) {
            throw Router.unknownResource();
        }
        return object;
    }

    private static ObjectNode layout(SObjectDefinition object) {
        ObjectNode layout = Json.object();
        layout.putObject("buttonLayoutSection").putArray("detailButtons");
        layout.putArray("detailLayoutSections").add(section(object, object.fields()));
        layout.putArray("editLayoutSections")
                .add(section(
                        object,
                        object.fields().stream()
                                .filter(field -> field.createable() || field.updateable())
                                .toList()));
        layout.putNull("feedView").putNull("highlightsPanelLayoutSection").put("id", layoutId(object));
        layout.putArray("multirowEditLayoutSections");
        layout.putArray("offlineLinks");
        layout.putObject("quickActionList").putArray("quickActionListItems");
        layout.putNull("relatedContent");
        layout.putArray("relatedLists");
        layout.putArray("saveOptions");
        return layout;
    }

    private static ObjectNode section(SObjectDefinition object, List<FieldDefinition> fields) {
        ObjectNode section =
                Json.object().put("collapsed", false).put("columns", 1).put("heading", object.label() + " Information");
        ArrayNode rows = section.putArray("layoutRows");
        for (FieldDefinition field : fields) {
            ObjectNode row = rows.addObject();
            row.putArray("layoutItems").add(item(field, rows.size()));
            row.put("numItems", 1);
        }
        return section.put("parentLayoutId", layoutId(object))
                .put("rows", rows.size())
                .put("tabOrder", "LeftToRight")
                .put("useCollapsibleSection", false)
                .put("useHeading", true);
    }

    private static ObjectNode item(FieldDefinition field, int tabOrder) {
        ObjectNode item = Json.object()
                .put("editableForNew", field.createable())
                .put("editableForUpdate", field.updateable())
                .put("label", field.label());
        item.putArray("layoutComponents")
                .addObject()
                .put("displayLines", 1)
                .put("tabOrder", tabOrder)
                .put("type", "Field")
                .put("value", field.name());
        return item.put("placeholder", false).put("required", field.requiredOnCreate());
    }

    /** Every object has one layout, whose number follows from the object's own. */
    private static String layoutId(SObjectDefinition object) {
        return SalesforceId.to18("00h000000000" + object.keyPrefix());
    }
}
