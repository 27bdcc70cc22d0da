package org.camelforce.salesforcecc.replay;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** A row of the table, as long as nobody has taken the next epoch. */
final class JdbcPositionClaim implements PositionClaim {

    private static final int ATTEMPTS = 50;

    private final PositionTable table;
    private final PositionKey key;
    private final long epoch;
    private final Optional<StoredPosition> found;

    private JdbcPositionClaim(PositionTable table, PositionKey key, long epoch, Optional<StoredPosition> found) {
        this.table = table;
        this.key = key;
        this.epoch = epoch;
        this.found = found;
    }

    /**
     * Takes the next epoch, against others who may do the same, and reads the position only then: before that, the
     * former owner may still move it.
     */
    static JdbcPositionClaim take(PositionTable table, PositionKey key, String owner) throws IOException {
        try {
            long epoch = nextEpoch(table, key, owner);
            Optional<PositionTable.Row> row = table.find(key);
            return new JdbcPositionClaim(
                    table,
                    key,
                    epoch,
                    row.isEmpty() ? Optional.empty() : row.get().position());
        } catch (SQLException e) {
            throw new IOException(
                    "The position of " + key + " cannot be claimed in table " + table + ": " + e.getMessage(), e);
        }
    }

    private static long nextEpoch(PositionTable table, PositionKey key, String owner) throws IOException, SQLException {
        SQLException conflict = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<PositionTable.Row> row = table.find(key);
            try {
                if (row.isEmpty()) {
                    table.insert(key, 1, owner);
                    return 1;
                }
                checkSpelling(row.get(), key);
                if (table.takeOver(key, row.get().epoch(), owner)) {
                    return row.get().epoch() + 1;
                }
            } catch (SQLException e) {
                if (row.isEmpty() && table.find(key).isEmpty()) {
                    throw e;
                }
                conflict = e;
            }
        }
        throw new IOException("The position of " + key + " cannot be claimed: others keep claiming it", conflict);
    }

    private static void checkSpelling(PositionTable.Row row, PositionKey key) throws IOException {
        if (!row.isOf(key)) {
            throw new IOException("The database takes " + row.subscriptionName() + " on " + row.channel()
                    + " for the same as " + key + ". Give the subscription a name that differs in more than capital"
                    + " letters or accents");
        }
    }

    @Override
    public Optional<StoredPosition> found() {
        return found;
    }

    @Override
    public void commit(StoredPosition position) throws IOException {
        try {
            if (!table.write(key, epoch, position)) {
                findOutWhy();
            }
        } catch (SQLException e) {
            throw new IOException(
                    "The position of " + key + " cannot be written to table " + table + ": " + e.getMessage(), e);
        }
    }

    private void findOutWhy() throws IOException, SQLException {
        Optional<PositionTable.Row> row = table.find(key);
        if (row.isEmpty()) {
            throw new IOException("The row of " + key + " has been deleted from table " + table
                    + " under a running subscription. Start its route again to make a new one");
        }
        // Some drivers can be set up to count changed rows only, and this one had the position already.
        if (row.get().epoch() != epoch) {
            throw new PositionAlreadyClaimedException(key, row.get().owner());
        }
    }

    /** The row stays as it is: its epoch shows the next owner that there was this one. */
    @Override
    public void close() {}
}
