package org.camelforce.salesforcecc.simulator.internal.data;

import static org.camelforce.salesforcecc.simulator.internal.soql.SqlNames.quoted;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.jspecify.annotations.Nullable;

/** The table of one object. Safe for use by several threads. */
final class Table {

    private final SObjectDefinition object;
    private final BlobStore blobs;
    private final AtomicLong sequence = new AtomicLong();

    Table(SObjectDefinition object, BlobStore blobs) {
        this.object = object;
        this.blobs = blobs;
    }

    SObjectDefinition object() {
        return object;
    }

    long nextNumber() {
        return sequence.incrementAndGet();
    }

    void create(Connection connection) throws SQLException {
        String columns = stored().map(field -> quoted(field.name()) + " " + sqlType(field)
                        + (field.name().equals("Id") ? " PRIMARY KEY" : ""))
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + quoted(object.name()) + " (" + columns + ")");
            for (FieldDefinition field : object.fields()) {
                if (field.externalId() || field.unique()) {
                    statement.execute("CREATE INDEX ON " + quoted(object.name()) + " (" + quoted(field.name()) + ")");
                }
            }
        }
    }

    Optional<Row> find(Connection connection, String id) throws SQLException {
        String columns = stored().map(field -> quoted(field.name())).collect(Collectors.joining(", "));
        String sql = "SELECT " + columns + " FROM " + quoted(object.name()) + " WHERE \"Id\" = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next()) {
                    return Optional.empty();
                }
                Row row = new Row();
                int column = 1;
                for (FieldDefinition field : stored().toList()) {
                    row.set(field.name(), value(found, column++, field));
                }
                return Optional.of(row);
            }
        }
    }

    /** Answers the ids of the records that have a value and are not in the recycle bin, oldest first. */
    List<String> idsWith(Connection connection, FieldDefinition field, Object value) throws SQLException {
        String alive = object.field("IsDeleted").isPresent() ? " AND NOT \"IsDeleted\"" : "";
        String sql = "SELECT \"Id\" FROM " + quoted(object.name()) + " WHERE " + quoted(field.name()) + " = ?" + alive
                + " ORDER BY \"Id\"";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            try (ResultSet found = statement.executeQuery()) {
                List<String> ids = new ArrayList<>();
                while (found.next()) {
                    ids.add(found.getString(1));
                }
                return ids;
            }
        }
    }

    void insert(Connection connection, Row row) throws SQLException {
        blobs.store(connection, row);
        String columns = row.fields().stream().map(name -> quoted(name)).collect(Collectors.joining(", "));
        String marks = row.fields().stream().map(name -> "?").collect(Collectors.joining(", "));
        String sql = "INSERT INTO " + quoted(object.name()) + " (" + columns + ") VALUES (" + marks + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, row);
            statement.executeUpdate();
        }
    }

    void update(Connection connection, String id, Row row) throws SQLException {
        blobs.store(connection, row);
        String columns =
                row.fields().stream().map(name -> quoted(name) + " = ?").collect(Collectors.joining(", "));
        String sql = "UPDATE " + quoted(object.name()) + " SET " + columns + " WHERE \"Id\" = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = bind(statement, row);
            statement.setString(next, id);
            statement.executeUpdate();
        }
    }

    void remove(Connection connection, String id) throws SQLException {
        String sql = "DELETE FROM " + quoted(object.name()) + " WHERE \"Id\" = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }

    private Stream<FieldDefinition> stored() {
        return object.fields().stream().filter(field -> !field.type().isCompound());
    }

    private static int bind(PreparedStatement statement, Row row) throws SQLException {
        int index = 1;
        for (String name : row.fields()) {
            Object value = row.get(name);
            statement.setObject(index++, value instanceof Blob blob ? blob.sha256() : value);
        }
        return index;
    }

    static @Nullable Object value(ResultSet found, int column, FieldDefinition field) throws SQLException {
        return switch (field.type()) {
            case BOOLEAN -> found.getObject(column, Boolean.class);
            case INT -> found.getObject(column, Integer.class);
            case DOUBLE, CURRENCY, PERCENT -> found.getBigDecimal(column);
            case DATE -> found.getObject(column, LocalDate.class);
            case DATETIME -> found.getObject(column, LocalDateTime.class);
            case BASE64 -> blob(found.getString(column));
            case ADDRESS -> JsonValues.parse(found.getString(column));
            default -> found.getString(column);
        };
    }

    private static @Nullable Blob blob(@Nullable String sha256) {
        return sha256 == null ? null : Blob.stored(sha256);
    }

    private static String sqlType(FieldDefinition field) {
        return switch (field.type()) {
            case ID, REFERENCE -> "VARCHAR(18)";
            case BOOLEAN -> "BOOLEAN";
            case INT -> "INTEGER";
            case DOUBLE, CURRENCY, PERCENT -> "NUMERIC(" + field.precision() + ", " + field.scale() + ")";
            case BASE64 -> "VARCHAR(64)";
            case DATE -> "DATE";
            case DATETIME -> "TIMESTAMP(0)";
            default -> "VARCHAR_IGNORECASE(" + field.length() + ")";
        };
    }
}
