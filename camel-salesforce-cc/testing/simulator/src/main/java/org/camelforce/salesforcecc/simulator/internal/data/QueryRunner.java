package org.camelforce.salesforcecc.simulator.internal.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.internal.model.Wildcards;
import org.camelforce.salesforcecc.simulator.internal.soql.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Runs a translated query and nests what it finds. Safe for use by several threads. */
final class QueryRunner {

    /**
     * A row.
     *
     * @param parent id of the parent that it is a child of; empty for a row of the outermost query
     */
    private record Found(
            String parent, ObjectNode row, Map<String, RecordRef> origin, Map<String, QueryRows> children) {

        String id() {
            RecordRef record = origin.get("");
            return record == null ? "" : record.id();
        }
    }

    private QueryRunner() {}

    static void createLike(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE ALIAS SOQL_LIKE DETERMINISTIC FOR '" + Wildcards.class.getName() + ".like'");
        }
    }

    static QueryRows run(Connection connection, SqlQuery query) throws SQLException {
        return switch (query.shape()) {
            case COUNT -> count(connection, query);
            case RECORDS -> rows(query.object().name(), found(connection, query, false));
            case AGGREGATES -> rows(QueryRows.AGGREGATE_RESULT, found(connection, query, false));
        };
    }

    private static QueryRows count(Connection connection, SqlQuery query) throws SQLException {
        try (PreparedStatement statement = prepared(connection, query);
                ResultSet found = statement.executeQuery()) {
            found.next();
            return new QueryRows(found.getInt(1), List.of(), query.object().name(), List.of());
        }
    }

    /** The statement with its values; the caller closes it. */
    static PreparedStatement prepared(Connection connection, SqlQuery query) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query.sql());
        int index = 1;
        for (Object parameter : query.parameters()) {
            statement.setObject(index++, parameter);
        }
        return statement;
    }

    private static QueryRows rows(String type, List<Found> found) {
        return new QueryRows(
                found.size(),
                found.stream().map(Found::row).toList(),
                type,
                found.stream().map(Found::origin).toList(),
                found.stream().map(Found::children).toList());
    }

    private static List<Found> found(Connection connection, SqlQuery query, boolean children) throws SQLException {
        List<Found> all = new ArrayList<>();
        try (PreparedStatement statement = prepared(connection, query);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                String parent = children ? found.getString(1) : "";
                all.add(row(found, query, parent, children ? 2 : 1));
            }
        }
        for (SqlQuery.Child child : query.children()) {
            addChildren(all, child, found(connection, child.query(), true));
        }
        return all;
    }

    private static void addChildren(List<Found> parents, SqlQuery.Child child, List<Found> children) {
        Map<String, List<Found>> byParent = new HashMap<>();
        for (Found one : children) {
            byParent.computeIfAbsent(one.parent(), id -> new ArrayList<>()).add(one);
        }
        Integer limit = child.limit();
        for (Found parent : parents) {
            List<Found> own = byParent.getOrDefault(parent.id(), List.of()).stream()
                    .skip(child.offset())
                    .limit(limit == null ? Long.MAX_VALUE : limit)
                    .toList();
            parent.children().put(child.name(), rows(child.query().object().name(), own));
            if (own.isEmpty()) {
                parent.row().putNull(child.name());
            } else {
                parent.row()
                        .putArray(child.name())
                        .addAll(own.stream().map(Found::row).toList());
            }
        }
    }

    private static Found row(ResultSet found, SqlQuery query, String parent, int first) throws SQLException {
        Map<String, RecordRef> origin = origin(found, query, first);
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        int index = first + query.sources().size();
        for (SqlQuery.Column column : query.columns()) {
            ObjectNode place = place(row, column.path(), origin);
            if (place != null && !column.name().isEmpty()) {
                Object value = Table.value(found, index, column.field());
                place.set(
                        column.name(),
                        column.formatted() ? Formats.of(column.field(), value) : JsonValues.write(value));
            }
            index++;
        }
        return new Found(parent, row, origin, new LinkedHashMap<>());
    }

    private static Map<String, RecordRef> origin(ResultSet found, SqlQuery query, int first) throws SQLException {
        Map<String, RecordRef> origin = new HashMap<>();
        int index = first;
        for (SqlQuery.Source source : query.sources()) {
            String id = found.getString(index++);
            if (id != null) {
                origin.put(
                        String.join(".", source.path()),
                        new RecordRef(source.object().name(), id));
            }
        }
        return origin;
    }

    private static @Nullable ObjectNode place(ObjectNode row, List<String> path, Map<String, RecordRef> origin) {
        ObjectNode place = row;
        for (int depth = 1; depth <= path.size(); depth++) {
            String name = path.get(depth - 1);
            if (!origin.containsKey(String.join(".", path.subList(0, depth)))) {
                place.putNull(name);
                return null;
            }
            JsonNode known = place.get(name);
            place = known instanceof ObjectNode nested ? nested : place.putObject(name);
        }
        return place;
    }
}
