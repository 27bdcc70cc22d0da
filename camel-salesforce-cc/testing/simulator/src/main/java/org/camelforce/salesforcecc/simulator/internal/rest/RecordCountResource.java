package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** {@code limits/recordCount} (REST API Developer Guide, "Record Count"). */
final class RecordCountResource {

    private final Catalog catalog;
    private final RecordStore records;

    RecordCountResource(Catalog catalog, RecordStore records) {
        this.catalog = catalog;
        this.records = records;
    }

    /** Counts the records of the objects that are asked for, or of all; names that are no objects are left out. */
    RestResponse get(RestRequest request) {
        List<String> names = request.queryList("sObjects");
        ObjectNode answer = Json.object();
        ArrayNode counts = answer.putArray("sObjects");
        catalog.all().stream()
                .filter(object -> !Catalog.isEvent(object))
                .filter(object -> names.isEmpty() || names.stream().anyMatch(object.name()::equalsIgnoreCase))
                .sorted(Comparator.comparing(SObjectDefinition::name))
                .forEach(
                        object -> counts.addObject().put("count", count(object)).put("name", object.name()));
        return RestResponse.ok(answer);
    }

    private int count(SObjectDefinition object) {
        return records.query("SELECT COUNT() FROM " + object.name(), false).totalSize();
    }
}
