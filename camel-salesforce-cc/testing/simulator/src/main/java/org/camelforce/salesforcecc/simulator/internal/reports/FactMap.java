package org.camelforce.salesforcecc.simulator.internal.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.reports.Reports.Report;

/** Groups rows and summarizes them (Reports and Dashboards REST API Developer Guide, "Decode the Fact Map"). */
final class FactMap {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final MathContext AVERAGE = new MathContext(18, RoundingMode.HALF_UP);
    private static final int MAX_ROWS = 2_000;

    private final Report report;
    private final Columns columns;
    private final boolean details;
    private final ObjectNode facts = JSON.objectNode();
    private int shown;

    FactMap(Report report, Columns columns, boolean details) {
        this.report = report;
        this.columns = columns;
        this.details = details;
    }

    /** Fills the fact map, and answers the groupings of the rows. */
    ArrayNode group(List<ObjectNode> rows) {
        ArrayNode groupings = group(rows, 0, "");
        facts.set("T!T", fact(rows, report.groupings().isEmpty()));
        return groupings;
    }

    ObjectNode facts() {
        return facts;
    }

    /** Whether every row that was asked for is shown. */
    boolean isComplete(int rows) {
        return !details || rows <= MAX_ROWS;
    }

    private ArrayNode group(List<ObjectNode> rows, int level, String prefix) {
        ArrayNode groupings = JSON.arrayNode();
        if (level == report.groupings().size()) {
            return groupings;
        }
        String column = report.groupings().get(level);
        Map<JsonNode, List<ObjectNode>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(value(row, column), value -> new ArrayList<>())
                .add(row));
        groups.forEach((value, members) -> {
            String key = prefix + groupings.size();
            ObjectNode grouping = groupings.addObject();
            grouping.set("groupings", group(members, level + 1, key + "_"));
            grouping.put("key", key).put("label", label(value)).set("value", value);
            facts.set(key + "!T", fact(members, level + 1 == report.groupings().size()));
        });
        return groupings;
    }

    private ObjectNode fact(List<ObjectNode> rows, boolean hasRows) {
        ObjectNode fact = JSON.objectNode();
        ArrayNode aggregates = fact.putArray("aggregates");
        for (String aggregate : report.aggregates()) {
            aggregates.add(cell(aggregate(aggregate, rows)));
        }
        if (details) {
            ArrayNode list = fact.putArray("rows");
            for (ObjectNode row : hasRows ? rows : List.<ObjectNode>of()) {
                if (shown < MAX_ROWS) {
                    shown++;
                    ArrayNode cells = list.addObject().putArray("dataCells");
                    report.columns().forEach(column -> cells.add(cell(value(row, column))));
                }
            }
        }
        return fact;
    }

    private JsonNode aggregate(String aggregate, List<ObjectNode> rows) {
        String column = columns.columnOf(aggregate).orElse("");
        if (column.isEmpty()) {
            return IntNode.valueOf(rows.size());
        }
        List<BigDecimal> values = rows.stream()
                .map(row -> value(row, column))
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .toList();
        if (values.isEmpty()) {
            return aggregate.startsWith("s!") ? IntNode.valueOf(0) : NullNode.getInstance();
        }
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return DecimalNode.valueOf(
                switch (aggregate.charAt(0)) {
                    case 's' -> sum;
                    case 'a' -> sum.divide(BigDecimal.valueOf(values.size()), AVERAGE);
                    case 'm' -> values.stream().reduce(BigDecimal::min).orElse(sum);
                    default -> values.stream().reduce(BigDecimal::max).orElse(sum);
                });
    }

    private static ObjectNode cell(JsonNode value) {
        ObjectNode cell = JSON.objectNode().put("label", label(value));
        cell.set("value", value);
        return cell;
    }

    private static String label(JsonNode value) {
        return value.isNull() ? "-" : value.asText();
    }

    private static JsonNode value(ObjectNode row, String column) {
        JsonNode value = row;
        for (String name : column.split("\\.", -1)) {
            value = child(value, name);
        }
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }

    private static JsonNode child(JsonNode parent, String name) {
        return parent.propertyStream()
                .filter(property -> property.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(NullNode.getInstance());
    }
}
