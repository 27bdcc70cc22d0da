package org.camelforce.salesforcecc.examples.cluster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camelforce.salesforcecc.replay.JdbcReplayStore;
import org.camelforce.salesforcecc.replay.ReplayId;

/** The database's tables: what the nodes have processed, and the position of their subscription. */
public final class Ledger {

    private static final String POSITION = "select owner, replay_id from " + JdbcReplayStore.DEFAULT_TABLE_NAME;

    private final DataSource database;

    /** @param database the database that all nodes share */
    public Ledger(DataSource database) {
        this.database = database;
    }

    void create() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table handled (line bigint generated always as identity primary key,"
                    + " node varchar(40) not null, order_number varchar(20) not null, replay_id varchar(100) not null,"
                    + " at timestamp(3) with time zone default current_timestamp not null)");
        }
    }

    /**
     * Writes that an order has been processed. A line for each time, so that repetitions show; a real application would
     * have a unique key on the event's id instead, and skip what is there.
     *
     * @param node who
     * @param order the order's number
     * @param replayId the event's position
     * @throws SQLException if it cannot be written
     */
    public void write(String node, String order, ReplayId replayId) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into handled (node, order_number, replay_id) values (?, ?, ?)")) {
            insert.setString(1, node);
            insert.setString(2, order);
            insert.setString(3, replayId.toString());
            insert.executeUpdate();
        }
    }

    /** @return all lines in their order */
    List<Handled> lines() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select node, order_number, replay_id, at from handled order by line")) {
            List<Handled> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(new Handled(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getObject(4, OffsetDateTime.class).toInstant()));
            }
            return lines;
        }
    }

    /** @return the node that has claimed the position last */
    String owner() throws SQLException {
        return text(POSITION, "owner");
    }

    /** @return the last position that was stored, as it is stored; empty if there is none */
    String position() throws SQLException {
        return text(POSITION, "replay_id");
    }

    Instant now() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select current_timestamp(3)")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private String text(String query, String column) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            String value = rows.next() ? rows.getString(column) : null;
            return value == null ? "" : value;
        }
    }
}
