package org.camelforce.salesforcecc.replay;

import java.io.IOException;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Keeps positions in a table, one row each, for subscriptions that move between machines. A claim always succeeds and
 * puts off the owner before: it takes the next number of the row's epoch, and a position is written only by whoever has
 * the latest. So a node that was thought dead cannot move the position back.
 *
 * <p>The SQL is plain: H2 and PostgreSQL are tested. The table has these columns, and can be made by hand where this
 * program may not:
 *
 * <pre>{@code
 * create table SALESFORCE_CC_POSITION (
 *     org_id varchar(255) not null,
 *     channel varchar(255) not null,
 *     subscription_name varchar(255) not null,
 *     epoch numeric(18) not null,
 *     replay_id varchar(1000),
 *     reached_at varchar(40),
 *     owner varchar(255) not null,
 *     primary key (org_id, channel, subscription_name))
 * }</pre>
 *
 * <p>An {@code org_id} of 18 characters is enough where access tokens tell the org's id; one that does not is known by
 * the host of its instance, and a table with a narrower column is widened then, if this program may.
 *
 * <p>Each statement is a transaction of its own, whether the data source's connections commit by themselves or not.
 * Connections are given back at once. How long a database that does not answer is waited for is up to the data source.
 */
public final class JdbcReplayStore implements ReplayStore {

    /** The table's name unless another is given. */
    public static final String DEFAULT_TABLE_NAME = "SALESFORCE_CC_POSITION";

    private final DataSource dataSource;
    private final String tableName;
    private final TableCreation creation = new TableCreation();
    private String owner = ProcessName.name();
    private boolean createTable = true;

    /**
     * Uses the table {@link #DEFAULT_TABLE_NAME}.
     *
     * @param dataSource the database; may be a pool
     */
    public JdbcReplayStore(DataSource dataSource) {
        this(dataSource, DEFAULT_TABLE_NAME);
    }

    /**
     * @param dataSource the database; may be a pool
     * @param tableName letters, digits and underscores, with a schema before it where needed
     * @throws IllegalArgumentException if the name is anything else
     */
    public JdbcReplayStore(DataSource dataSource, String tableName) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        this.tableName = PositionTable.checkName(tableName);
    }

    /**
     * @param createTable whether a missing table is made with the first claim, and a column that is too narrow widened;
     *     default true
     */
    public void setCreateTable(boolean createTable) {
        this.createTable = createTable;
    }

    /**
     * @param owner what this process is called in messages about who has a position; default process id and host
     * @throws IllegalArgumentException if it is blank or longer than 255
     */
    public void setOwner(String owner) {
        if (owner.isBlank() || owner.length() > PositionTable.LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "owner must have 1 to " + PositionTable.LONGEST_NAME + " characters, but is '" + owner + "'");
        }
        this.owner = owner;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IOException if the database cannot be reached, or the table is missing and is not to be made
     */
    @Override
    public PositionClaim claim(PositionKey key) throws IOException {
        PositionTable table = new PositionTable(new StatementRunner(dataSource), tableName);
        if (createTable) {
            creation.createIfMissing(table);
        }
        table.makeRoomFor(key, createTable);
        return JdbcPositionClaim.take(table, key, owner);
    }

    @Override
    public String toString() {
        return "JdbcReplayStore[tableName=" + tableName + ", owner=" + owner + "]";
    }
}
