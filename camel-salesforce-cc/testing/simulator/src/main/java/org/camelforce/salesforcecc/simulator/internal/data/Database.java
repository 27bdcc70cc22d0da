package org.camelforce.salesforcecc.simulator.internal.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;

/**
 * A private database in memory, or in files that are deleted when it is closed. Writers take turns, so that what one of
 * them checks stays true until it commits; readers never wait and see what is committed, or what their own thread's
 * transaction has written. Safe for use by several threads.
 *
 * @param <C> what a transaction collects until it commits
 */
final class Database<C> implements AutoCloseable {

    private static final AtomicLong NUMBER = new AtomicLong();
    private static final int MAX_CONNECTIONS = 32;
    private static final int CACHE_KILOBYTES = 16 * 1024;

    /** Work on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Work on a connection that answers nothing. */
    @FunctionalInterface
    interface Action {
        void on(Connection connection) throws SQLException;
    }

    private record Transaction<C>(Connection connection, List<C> changes) {}

    private final @Nullable Path folder;
    private final String name = "org-" + NUMBER.incrementAndGet();
    private final JdbcConnectionPool pool;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final ReentrantLock writing = new ReentrantLock(true);
    private final ThreadLocal<@Nullable Transaction<C>> current = new ThreadLocal<>();
    private final Consumer<List<C>> committed;

    /**
     * @param committed told of each transaction's changes, in the order of the commits, before the next writer's turn
     * @param folder where its files are while it is open; null for a database in memory
     */
    Database(Consumer<List<C>> committed, @Nullable Path folder) {
        this.committed = committed;
        this.folder = folder;
        String place = folder == null
                ? "mem:" + name
                : "file:" + folder.resolve(name).toAbsolutePath() + ";CACHE_SIZE=" + CACHE_KILOBYTES
                        + ";RETENTION_TIME=0";
        this.pool =
                JdbcConnectionPool.create("jdbc:h2:" + place + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE", "sa", "");
        this.pool.setMaxConnections(MAX_CONNECTIONS);
    }

    <T> T inTransaction(Supplier<T> work) {
        if (current.get() != null) {
            return work.get();
        }
        writing.lock();
        try {
            List<C> changes = new ArrayList<>();
            T result = committing(work, changes);
            if (!changes.isEmpty()) {
                committed.accept(changes);
            }
            return result;
        } finally {
            writing.unlock();
        }
    }

    private <T> T committing(Supplier<T> work, List<C> changes) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            current.set(new Transaction<>(connection, changes));
            boolean done = false;
            try {
                T result = work.get();
                connection.commit();
                done = true;
                return result;
            } finally {
                current.remove();
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Notes a change of the calling thread's transaction. */
    void changed(C change) {
        Transaction<C> transaction = current.get();
        if (transaction == null) {
            throw new IllegalStateException("not in a transaction");
        }
        transaction.changes.add(change);
    }

    <T> T with(Work<T> work) {
        Transaction<C> transaction = current.get();
        try {
            if (transaction != null) {
                return work.on(transaction.connection);
            }
            try (Connection connection = pool.getConnection()) {
                return work.on(connection);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void run(Action action) {
        with(connection -> {
            action.on(connection);
            return true;
        });
    }

    @Override
    public void close() {
        if (!open.compareAndSet(true, false)) {
            return;
        }
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            pool.dispose();
            if (folder != null) {
                deleteFiles(folder);
            }
        }
    }

    private void deleteFiles(Path from) {
        for (String extension : List.of(".mv.db", ".trace.db")) {
            try {
                Files.deleteIfExists(from.resolve(name + extension));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("the simulator's database failed", cause);
    }
}
