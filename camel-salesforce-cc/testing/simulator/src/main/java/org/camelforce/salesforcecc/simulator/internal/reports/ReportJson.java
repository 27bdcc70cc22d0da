package org.camelforce.salesforcecc.simulator.internal.reports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.reports.Reports.Filter;
import org.camelforce.salesforcecc.simulator.reports.Reports.Report;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;

/** What reports say of themselves (Reports and Dashboards REST API Developer Guide, "Report Describe Basic"). */
final class ReportJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, String> COMPARISONS = Map.of(
            "equals", "equals",
            "notEqual", "not equal to",
            "lessThan", "less than",
            "greaterThan", "greater than",
            "lessOrEqual", "less or equal",
            "greaterOrEqual", "greater or equal");
    private static final Map<String, String> TEXT_COMPARISONS =
            Map.of("contains", "contains", "notContain", "does not contain", "startsWith", "starts with");

    private final Columns columns;

    ReportJson(Columns columns) {
        this.columns = columns;
    }

    static String developerName(String name) {
        return name.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", "");
    }

    ObjectNode metadata(String id, Spec spec) {
        Report report = spec.report();
        ObjectNode json = JSON.objectNode();
        json.set("aggregates", texts(report.aggregates()));
        json.putNull("currency");
        json.set("detailColumns", texts(report.columns()));
        json.put("developerName", developerName(report.name()));
        json.putArray("groupingsAcross");
        ArrayNode groupings = json.putArray("groupingsDown");
        report.groupings().forEach(column -> groupings
                .addObject()
                .put("dateGranularity", "None")
                .put("name", column)
                .putNull("sortAggregate")
                .put("sortOrder", "Asc"));
        json.putArray("historicalSnapshotDates");
        json.put("id", id).put("name", report.name());
        json.put("reportBooleanFilter", spec.booleanFilter().isBlank() ? null : spec.booleanFilter());
        ArrayNode filters = json.putArray("reportFilters");
        for (Filter filter : report.filters()) {
            filters.addObject()
                    .put("column", filter.column())
                    .put("operator", filter.operator())
                    .put("value", filter.value());
        }
        json.put("reportFormat", format(report));
        json.putObject("reportType")
                .put("label", columns.object().labelPlural())
                .put("type", columns.object().name() + "List");
        return json;
    }

    ObjectNode extendedMetadata(Report report) {
        ObjectNode json = JSON.objectNode();
        ObjectNode aggregates = json.putObject("aggregateColumnInfo");
        for (String aggregate : report.aggregates()) {
            aggregates
                    .putObject(aggregate)
                    .putNull("acrossGroupingContext")
                    .put(
                            "dataType",
                            columns.columnOf(aggregate)
                                    .map(column -> dataType(columns.field(column)))
                                    .orElse("int"))
                    .putNull("downGroupingContext")
                    .put("label", columns.labelOf(aggregate));
        }
        ObjectNode details = json.putObject("detailColumnInfo");
        report.columns().forEach(column -> details.set(column, column(column)));
        ObjectNode groupings = json.putObject("groupingColumnInfo");
        for (String column : report.groupings()) {
            groupings.set(column, column(column).put("groupingLevel", groupings.size()));
        }
        return json;
    }

    ObjectNode typeMetadata() {
        ObjectNode json = JSON.objectNode();
        ObjectNode category = json.putArray("categories").addObject();
        ObjectNode all = category.putObject("columns");
        for (FieldDefinition field : columns.object().fields()) {
            ObjectNode column =
                    all.putObject(field.name()).put("dataType", dataType(field)).put("filterable", field.filterable());
            ArrayNode values = column.putArray("filterValues");
            field.picklistValues()
                    .forEach(value -> values.addObject().put("label", value).put("name", value));
            column.put("label", field.label());
        }
        category.put("label", columns.object().label());
        ObjectNode operators = json.putObject("dataTypeFilterOperatorMap");
        for (FieldType type : FieldType.values()) {
            ArrayNode list = operators.putArray(type.describeType());
            COMPARISONS.forEach(
                    (name, label) -> list.addObject().put("label", label).put("name", name));
            if (type.isText()) {
                TEXT_COMPARISONS.forEach(
                        (name, label) -> list.addObject().put("label", label).put("name", name));
            }
        }
        return json;
    }

    static String format(Report report) {
        return report.groupings().isEmpty() ? "TABULAR" : "SUMMARY";
    }

    private ObjectNode column(String name) {
        FieldDefinition field = columns.field(name);
        return JSON.objectNode().put("dataType", dataType(field)).put("label", field.label());
    }

    private static String dataType(FieldDefinition field) {
        return field.type().describeType().toLowerCase(Locale.ROOT);
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
