package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.soql.Expression;
import org.camelforce.salesforcecc.simulator.internal.soql.QueryScope;
import org.camelforce.salesforcecc.simulator.internal.soql.Soql;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery.Condition;
import org.camelforce.salesforcecc.simulator.internal.soql.Sosl;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/**
 * How an org would run a query (REST API Developer Guide, "Get Feedback on Query Performance"): by a scan of the table,
 * and by the index of each indexed field that its condition names. Cardinalities are counted, not estimated. The cost
 * is the ratio of the records found to the most that make an index worth its while, which is 30% of the records for
 * standard indexes and 10% for custom ones.
 */
final class QueryPlans {

    private static final Set<String> STANDARD_INDEXES =
            Set.of("Id", "Name", "OwnerId", "CreatedDate", "SystemModstamp", "RecordTypeId");
    private static final double STANDARD_SELECTIVITY = 0.3;
    private static final double CUSTOM_SELECTIVITY = 0.1;

    private final Catalog catalog;
    private final RecordStore records;

    QueryPlans(Catalog catalog, RecordStore records) {
        this.catalog = catalog;
        this.records = records;
    }

    ObjectNode of(RestRequest request, String soql) {
        QueryScope scope = new QueryScope(request.session().userId(), false);
        SoqlQuery query = Soql.parse(soql);
        int cardinality = records.query(query, scope).totalSize();
        SObjectDefinition object = catalog.rowObject(query.objectName());
        int all = records.query(Sosl.all(object.name(), List.of()), scope).totalSize();
        Map<FieldDefinition, Condition> filters = new LinkedHashMap<>();
        Stream.ofNullable(query.where()).flatMap(QueryPlans::conjuncts).forEach(part -> {
            if (part instanceof Condition.Comparison comparison
                    && comparison.left() instanceof Expression.Field field) {
                object.field(field.path().text()).ifPresent(found -> filters.put(found, part));
            }
        });
        List<ObjectNode> plans = new ArrayList<>();
        filters.forEach((field, filter) -> {
            if (isIndexed(field) && filter instanceof Condition.Comparison comparison) {
                SoqlQuery alone = filtered(query, comparison);
                double selectivity = field.custom() ? CUSTOM_SELECTIVITY : STANDARD_SELECTIVITY;
                int found = records.query(alone, scope).totalSize();
                plans.add(plan(object, "Index", List.of(field.name()), found, all, cost(found, all, selectivity)));
            }
        });
        plans.add(plan(object, "TableScan", List.of(), cardinality, all, all == 0 ? 0 : 1 / STANDARD_SELECTIVITY));
        List<FieldDefinition> unindexed =
                filters.keySet().stream().filter(field -> !isIndexed(field)).toList();
        plans.forEach(plan -> notes(plan, object, unindexed));
        plans.sort(Comparator.comparingDouble(plan -> plan.path("relativeCost").asDouble()));
        ObjectNode answer = Json.object();
        answer.putArray("plans").addAll(plans);
        return answer.put("sourceQuery", soql);
    }

    private static Stream<Condition> conjuncts(Condition condition) {
        return condition instanceof Condition.And and
                ? and.parts().stream().flatMap(QueryPlans::conjuncts)
                : Stream.of(condition);
    }

    private static SoqlQuery filtered(SoqlQuery query, Condition condition) {
        SoqlQuery all = Sosl.all(query.objectName(), List.of());
        return new SoqlQuery(
                query.text(),
                query.from(),
                List.of(),
                condition,
                all.whereText(),
                all.grouping(),
                List.of(),
                null,
                0,
                Set.of());
    }

    private static boolean isIndexed(FieldDefinition field) {
        return STANDARD_INDEXES.contains(field.name())
                || field.externalId()
                || field.unique()
                || field.referenceTo() != null;
    }

    private static double cost(int found, int all, double selectivity) {
        return all == 0 ? 0 : found / (all * selectivity);
    }

    private static ObjectNode plan(
            SObjectDefinition object, String operation, List<String> fields, int cardinality, int all, double cost) {
        ObjectNode plan = Json.object().put("cardinality", cardinality);
        plan.set("fields", Json.array(fields.stream()));
        return plan.put("leadingOperationType", operation)
                .put("relativeCost", cost)
                .put("sobjectCardinality", all)
                .put("sobjectType", object.name());
    }

    private static void notes(ObjectNode plan, SObjectDefinition object, List<FieldDefinition> unindexed) {
        ArrayNode notes = plan.putArray("notes");
        List<String> fields =
                new ArrayList<>(unindexed.stream().map(FieldDefinition::name).toList());
        object.field("IsDeleted").ifPresent(deleted -> fields.add(deleted.name()));
        for (String field : fields) {
            ObjectNode note =
                    notes.addObject().put("description", "Not considering filter for optimization because unindexed");
            note.set("fields", Json.array(Stream.of(field)));
            note.put("tableEnumOrId", object.name());
        }
    }
}
