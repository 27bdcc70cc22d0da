package org.camelforce.salesforcecc.simulator.internal.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.internal.soql.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Runs a translated query and nests what it finds. Safe for use by several threads. */
final class QueryRunner {

    private QueryRunner() {}

    static QueryRows run(Connection connection, SqlQuery query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
            int index = 1;
            for (Object parameter : query.parameters()) {
                statement.setObject(index++, parameter);
            }
            try (ResultSet found = statement.executeQuery()) {
                return query.count() ? count(found, query) : rows(found, query);
            }
        }
    }

    private static QueryRows count(ResultSet found, SqlQuery query) throws SQLException {
        found.next();
        return new QueryRows(found.getInt(1), List.of(), query.object().name(), List.of());
    }

    private static QueryRows rows(ResultSet found, SqlQuery query) throws SQLException {
        List<ObjectNode> rows = new ArrayList<>();
        List<Map<String, RecordRef>> origins = new ArrayList<>();
        while (found.next()) {
            Map<String, RecordRef> origin = origin(found, query);
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            int index = query.sources().size() + 1;
            for (SqlQuery.Column column : query.columns()) {
                ObjectNode place = place(row, column.path(), origin);
                if (place != null) {
                    place.set(column.field().name(), JsonValues.write(Table.value(found, index, column.field())));
                }
                index++;
            }
            rows.add(row);
            origins.add(origin);
        }
        return new QueryRows(rows.size(), rows, query.object().name(), origins);
    }

    private static Map<String, RecordRef> origin(ResultSet found, SqlQuery query) throws SQLException {
        Map<String, RecordRef> origin = new HashMap<>();
        int index = 1;
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
