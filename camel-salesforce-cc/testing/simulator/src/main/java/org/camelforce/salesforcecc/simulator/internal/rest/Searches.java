package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camelforce.salesforcecc.simulator.internal.data.QueryRows;
import org.camelforce.salesforcecc.simulator.internal.data.RecordRef;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.soql.QueryScope;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery;
import org.camelforce.salesforcecc.simulator.internal.soql.Sosl;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** Runs searches. */
final class Searches {

    private static final int MAX_RECORDS = 2000;
    private static final int OBJECT_WITH_SEARCH_RECORDS = 37;
    private static final Set<String> UNSEARCHABLE = Set.of("PushTopic", "StreamingChannel");
    private static final Set<String> NAMES = Set.of("Name", "FirstName", "LastName");

    private final Catalog catalog;
    private final RecordStore records;

    Searches(Catalog catalog, RecordStore records) {
        this.catalog = catalog;
        this.records = records;
    }

    static boolean isSearchable(SObjectDefinition object) {
        return (object.kind() == SObjectDefinition.Kind.STANDARD || object.kind() == SObjectDefinition.Kind.CUSTOM)
                && !UNSEARCHABLE.contains(object.name());
    }

    List<SObjectDefinition> searchable() {
        return catalog.all().stream().filter(Searches::isSearchable).toList();
    }

    /** The records that a search finds: an object with {@code searchRecords} as of version 37.0, a list before. */
    JsonNode run(RestRequest request, Sosl search) {
        List<SoqlQuery> targets = search.targets().isEmpty()
                ? searchable().stream()
                        .map(object -> Sosl.all(object.name(), List.of("Id")))
                        .toList()
                : search.targets();
        Integer limit = search.limit();
        int left = limit == null ? MAX_RECORDS : Math.min(limit, MAX_RECORDS);
        ArrayNode found = Json.array();
        for (SoqlQuery target : targets) {
            List<ObjectNode> rows = found(request, search, target);
            rows.subList(0, Math.min(rows.size(), left - found.size())).forEach(found::add);
        }
        if (!request.version().isAtLeast(OBJECT_WITH_SEARCH_RECORDS)) {
            return found;
        }
        return Json.object().set("searchRecords", found);
    }

    private List<ObjectNode> found(RestRequest request, Sosl search, SoqlQuery target) {
        QueryScope scope = new QueryScope(request.session().userId(), false);
        QueryRows rows = records.query(unlimited(target), scope);
        SObjectDefinition object = catalog.object(rows.type());
        if (!isSearchable(object)) {
            throw new ApiException(
                    400, "INVALID_TYPE_FOR_OPERATION", "entity type " + object.name() + " does not support search");
        }
        Set<String> matching = matching(search, object, scope);
        List<ObjectNode> found = new ArrayList<>();
        for (int i = 0; i < rows.rows().size(); i++) {
            RecordRef record = rows.origins().get(i).get("");
            if (record != null && matching.contains(record.id())) {
                found.add(RecordJson.outgoing(rows.rows().get(i), rows.origins().get(i), request.version()));
            }
        }
        int from = Math.min(target.offset(), found.size());
        Integer limit = target.limit();
        int until = limit == null ? found.size() : (int) Math.min(found.size(), (long) from + limit);
        return found.subList(from, until);
    }

    private static SoqlQuery unlimited(SoqlQuery target) {
        return new SoqlQuery(
                target.text(),
                target.from(),
                target.select(),
                target.where(),
                target.whereText(),
                target.grouping(),
                target.orderBy(),
                null,
                0,
                target.purposes());
    }

    private Set<String> matching(Sosl search, SObjectDefinition object, QueryScope scope) {
        List<String> fields = new ArrayList<>(object.fields().stream()
                .filter(field -> belongs(field, search.group()))
                .map(FieldDefinition::name)
                .toList());
        Set<String> matching = new HashSet<>();
        if (fields.isEmpty()) {
            return matching;
        }
        fields.add(0, "Id");
        for (ObjectNode row :
                records.query(Sosl.all(object.name(), fields), scope).rows()) {
            String id = row.path("Id").asText();
            row.remove("Id");
            List<String> texts = new ArrayList<>();
            row.forEach(value -> texts.add(value.isNull() ? "" : value.asText()));
            if (search.expression().matches(texts)) {
                matching.add(id);
            }
        }
        return matching;
    }

    private static boolean belongs(FieldDefinition field, Sosl.Group group) {
        return switch (group) {
            case ALL -> field.type().isText();
            case NAME -> NAMES.contains(field.name());
            case EMAIL -> field.type() == FieldType.EMAIL;
            case PHONE -> field.type() == FieldType.PHONE;
            case SIDEBAR ->
                NAMES.contains(field.name()) || field.type() == FieldType.EMAIL || field.type() == FieldType.PHONE;
        };
    }
}
