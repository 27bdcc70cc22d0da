package org.camelforce.salesforcecc.replay;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The SQL of positions, without words of any one vendor. */
final class PositionTable {

    static final int LONGEST_NAME = 255;

    private static final int RECORD_ID = 18;
    private static final String ABOUT_NAMES = "42";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*){0,2}");
    private static final String KEY = " where org_id = ? and channel = ? and subscription_name = ?";
    private static final String KEY_AND_EPOCH = KEY + " and epoch = ?";

    private final StatementRunner statements;
    private final String name;

    /** @param name see {@link #checkName} */
    PositionTable(StatementRunner statements, String name) {
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

    /** @throws IOException if the table cannot be read, or is missing and cannot be made */
    void createIfMissing() throws IOException {
        Optional<SQLException> missing = whyMissing();
        if (missing.isEmpty()) {
            return;
        }
        try {
            statements.update("create table " + name + " (org_id varchar(" + LONGEST_NAME
                    + ") not null, channel varchar(" + LONGEST_NAME + ") not null, subscription_name varchar("
                    + LONGEST_NAME
                    + ") not null, epoch numeric(18) not null, replay_id varchar(1000), reached_at varchar(40),"
                    + " owner varchar(" + LONGEST_NAME
                    + ") not null, primary key (org_id, channel, subscription_name))");
        } catch (SQLException e) {
            if (whyMissing().isPresent()) {
                throw new IOException(
                        "The table " + name + " is missing and cannot be made: " + e.getMessage() + " (reading it: "
                                + missing.get().getMessage() + ")",
                        e);
            }
        }
    }

    /**
     * Makes room for an org that is known by its host only: the column once had the 18 characters of an id.
     *
     * @param mayChange whether the table may be changed
     * @throws IOException if the column is too narrow and stays so; the message says how to widen it
     */
    void makeRoomFor(PositionKey key, boolean mayChange) throws IOException {
        if (key.orgId().length() <= RECORD_ID) {
            return;
        }
        try {
            if (isTooNarrow(key)) {
                widen(key, mayChange);
            }
        } catch (SQLException e) {
            throw new IOException("The table " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void widen(PositionKey key, boolean mayChange) throws IOException, SQLException {
        SQLException failure = null;
        if (mayChange) {
            try {
                statements.update(
                        "alter table " + name + " alter column org_id set data type varchar(" + LONGEST_NAME + ")");
                return;
            } catch (SQLException e) {
                if (!isTooNarrow(key)) {
                    return;
                }
                failure = e;
            }
        }
        throw new IOException(
                "The column org_id of table " + name + " is too narrow for '" + key.orgId() + "', which stands for the"
                        + " org because the access token does not tell the org ID. Make it varchar(" + LONGEST_NAME
                        + ") in the database" + (failure == null ? "" : ": " + failure.getMessage()),
                failure);
    }

    /** A driver that does not tell the width leaves it to the database to refuse the row. */
    private boolean isTooNarrow(PositionKey key) throws SQLException {
        int width = statements.width("select org_id from " + name + " where epoch < 0");
        return width > 0 && width < key.orgId().length();
    }

    /**
     * @return what the database says if the table is not there; empty if it is
     * @throws IOException if it cannot be found out, because the database is away for example
     */
    private Optional<SQLException> whyMissing() throws IOException {
        try {
            statements.first("select epoch from " + name + " where epoch < 0", row -> row.getLong(1));
            return Optional.empty();
        } catch (SQLException e) {
            if (isAboutTheTable(e)) {
                return Optional.of(e);
            }
            throw new IOException("The table " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** SQL's class 42 is for statements that name what is not there; not every driver tells a state. */
    private static boolean isAboutTheTable(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                ? !(failure instanceof SQLTransientException
                        || failure instanceof SQLRecoverableException
                        || failure instanceof SQLNonTransientConnectionException)
                : state.startsWith(ABOUT_NAMES);
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
