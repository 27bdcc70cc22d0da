package org.camelforce.salesforcecc.replay;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Counts connections, sets whether they commit by themselves, and shows each statement before it is prepared. */
final class TestDataSource implements DataSource {

    private final DataSource real;
    private final boolean autoCommit;
    private final AtomicInteger given = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private volatile Watcher watcher = sql -> {};

    TestDataSource(DataSource real, boolean autoCommit) {
        this.real = real;
        this.autoCommit = autoCommit;
    }

    void beforeEach(Watcher watcher) {
        this.watcher = watcher;
    }

    int given() {
        return given.get();
    }

    int open() {
        return open.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = real.getConnection();
        connection.setAutoCommit(autoCommit);
        given.incrementAndGet();
        open.incrementAndGet();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close") && !connection.isClosed()) {
                        open.decrementAndGet();
                        if (!autoCommit) {
                            connection.rollback();
                        }
                    }
                    if (method.getName().equals("prepareStatement")) {
                        watcher.before((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        real.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }

    /** Sees a statement before the database does. */
    @FunctionalInterface
    interface Watcher {

        void before(String sql) throws InterruptedException;
    }
}
