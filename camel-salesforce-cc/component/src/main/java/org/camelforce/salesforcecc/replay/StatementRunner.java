package org.camelforce.salesforcecc.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Runs single statements, each on a connection and in a transaction of its own. */
final class StatementRunner {

    private final DataSource dataSource;

    StatementRunner(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @return how many rows there are of it */
    int update(String sql, Object... parameters) throws SQLException {
        return run(sql, PreparedStatement::executeUpdate, parameters);
    }

    /** @return the first row; empty if there is none */
    <T> Optional<T> first(String sql, Work<ResultSet, T> row, Object... parameters) throws SQLException {
        return run(
                sql,
                statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        return rows.next() ? Optional.of(row.on(rows)) : Optional.empty();
                    }
                },
                parameters);
    }

    /** @return how many characters the first column can have, whether there is a row or not; 0 if unknown */
    int width(String sql) throws SQLException {
        return run(sql, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                return rows.getMetaData().getPrecision(1);
            }
        });
    }

    private <T> T run(String sql, Work<PreparedStatement, T> work, Object... parameters) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean done = false;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                T result = work.on(statement);
                if (!connection.getAutoCommit()) {
                    connection.commit();
                }
                done = true;
                return result;
            } finally {
                if (!done && !connection.isClosed() && !connection.getAutoCommit()) {
                    connection.rollback();
                }
            }
        }
    }

    /** What is done with a statement or a row. */
    @FunctionalInterface
    interface Work<S, T> {

        T on(S subject) throws SQLException;
    }
}
