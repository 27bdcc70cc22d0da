package org.camelforce.salesforcecc.events.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.events.position.PositionKey;
import org.camelforce.salesforcecc.events.position.ReplayId;
import org.camelforce.salesforcecc.events.position.StoredPosition;
import org.jspecify.annotations.Nullable;

/** The SQL of positions, without words of any one vendor. */
final class PositionTable {

    static final int LONGEST_NAME = 255;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*){0,2}");
    private static final String KEY = " where org_id = ? and channel = ? and subscription_name = ?";
    private static final String KEY_AND_EPOCH = KEY + " and epoch = ?";

    private final Statements statements;
    private final String name;

    /** @param name see {@link #checkName} */
    PositionTable(Statements statements, String name) {
        this.statements = statements;
        this.name = name;
    }

    static String checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("tableName must be letters, digits and underscores, with a schema and a"
                    + " dot before it where needed, but is '" + name + "'");
        }
        return name;
    }

    /** @throws IOException if the table is missing and cannot be made */
    void createIfMissing() throws IOException {
        if (isThere()) {
            return;
        }
        try {
            statements.update("create table " + name + " (org_id varchar(18) not null, channel varchar(" + LONGEST_NAME
                    + ") not null, subscription_name varchar(" + LONGEST_NAME
                    + ") not null, epoch numeric(18) not null, replay_id varchar(1000), reached_at varchar(40),"
                    + " owner varchar(" + LONGEST_NAME
                    + ") not null, primary key (org_id, channel, subscription_name))");
        } catch (SQLException e) {
            if (!isThere()) {
                throw new IOException("The table " + name + " is missing and cannot be made: " + e.getMessage(), e);
            }
        }
    }

    private boolean isThere() {
        try {
            statements.first("select epoch from " + name + " where epoch < 0", row -> row.getLong(1));
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    Optional<Row> find(PositionKey key) throws SQLException {
        return statements.first(
                "select channel, subscription_name, epoch, replay_id, reached_at, owner from " + name + KEY,
                PositionTable::row,
                key.orgId(),
                key.channel(),
                key.subscriptionName());
    }

    void insert(PositionKey key, long epoch, String owner) throws SQLException {
        statements.update(
                "insert into " + name + " (org_id, channel, subscription_name, epoch, owner) values (?, ?, ?, ?, ?)",
                key.orgId(),
                key.channel(),
                key.subscriptionName(),
                epoch,
                owner);
    }

    boolean takeOver(PositionKey key, long epoch, String owner) throws SQLException {
        return statements.update(
                        "update " + name + " set epoch = ?, owner = ?" + KEY_AND_EPOCH,
                        epoch + 1,
                        owner,
                        key.orgId(),
                        key.channel(),
                        key.subscriptionName(),
                        epoch)
                > 0;
    }

    boolean write(PositionKey key, long epoch, StoredPosition position) throws SQLException {
        return statements.update(
                        "update " + name + " set replay_id = ?, reached_at = ?" + KEY_AND_EPOCH,
                        position.replayId().toString(),
                        position.at().toString(),
                        key.orgId(),
                        key.channel(),
                        key.subscriptionName(),
                        epoch)
                > 0;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("channel"),
                row.getString("subscription_name"),
                row.getLong("epoch"),
                row.getString("replay_id"),
                row.getString("reached_at"),
                row.getString("owner"));
    }

    @Override
    public String toString() {
        return name;
    }

    /** One row of the table. */
    record Row(
            String channel,
            String subscriptionName,
            long epoch,
            @Nullable String replayId,
            @Nullable String reachedAt,
            String owner) {

        /** Databases can be set up to take capital and small letters for the same. */
        boolean isOf(PositionKey key) {
            return channel.equals(key.channel()) && subscriptionName.equals(key.subscriptionName());
        }

        Optional<StoredPosition> position() throws IOException {
            if (replayId == null || reachedAt == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(new StoredPosition(ReplayId.parse(replayId), Instant.parse(reachedAt)));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new IOException(
                        "The row of " + subscriptionName + " on " + channel + " has no valid position: replay_id '"
                                + replayId + "', reached_at '" + reachedAt + "'. Restore it; or remove the row, and the"
                                + " subscription starts as a new one",
                        e);
            }
        }
    }
}
