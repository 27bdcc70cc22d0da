package org.camelforce.salesforcecc.simulator.internal.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.internal.soql.SqlQuery;
import org.jspecify.annotations.Nullable;

/**
 * Runs a translated query and hands over row by row, as text in the forms of the Bulk APIs (Bulk API 2.0 and Bulk API
 * Developer Guide, "Valid Date Format in Records"). A result in the order of an index is read as it is handed over.
 */
final class QueryStream {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);
    private static final int FETCH_SIZE = 1_000;

    private QueryStream() {}

    static void run(Connection connection, SqlQuery query, RowSink sink) throws SQLException {
        begin(connection);
        try (PreparedStatement statement = QueryRunner.prepared(connection, query)) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet found = statement.executeQuery()) {
                pass(found, query, sink);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            end(connection);
        }
    }

    private static void pass(ResultSet found, SqlQuery query, RowSink sink) throws SQLException, IOException {
        sink.columns(query.columns().stream()
                .map(column -> Stream.concat(column.path().stream(), Stream.of(column.name()))
                        .collect(Collectors.joining(".")))
                .toList());
        int first = query.sources().size() + 1;
        while (found.next()) {
            List<String> values = new ArrayList<>(query.columns().size());
            int index = first;
            for (SqlQuery.Column column : query.columns()) {
                values.add(text(Table.value(found, index++, column.field())));
            }
            sink.row(values);
        }
    }

    static String text(@Nullable Object value) {
        if (value instanceof LocalDateTime moment) {
            return MOMENT.format(moment);
        }
        if (value instanceof BigDecimal number) {
            BigDecimal shortest = number.stripTrailingZeros();
            return (shortest.scale() < 1 ? shortest.setScale(1) : shortest).toPlainString();
        }
        JsonNode json = JsonValues.write(value);
        return json.isNull() ? "" : json.asText();
    }

    /**
     * H2 regards a lazy query as ended before its rows are read. It keeps what the rows are read from only in a
     * transaction whose reads are repeatable.
     */
    private static void begin(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        execute(connection, "SET LAZY_QUERY_EXECUTION 1");
    }

    private static void end(Connection connection) throws SQLException {
        execute(connection, "SET LAZY_QUERY_EXECUTION 0");
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
