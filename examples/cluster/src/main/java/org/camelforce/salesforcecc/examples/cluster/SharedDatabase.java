package org.camelforce.salesforcecc.examples.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;

/** A database in this process, which others reach by TCP on the loopback address. */
final class SharedDatabase implements AutoCloseable {

    private static final String USER = "example";

    private final String password = UUID.randomUUID().toString();
    private final String name = "jdbc:h2:mem:cluster-" + UUID.randomUUID();
    private final Connection keptOpen;
    private final Server server;

    private SharedDatabase() throws SQLException {
        // lives as long as it has a connection; made here because others may not create databases
        keptOpen = source().getConnection();
        server = Server.createTcpServer("-tcpPort", "0").start();
    }

    static SharedDatabase start() throws SQLException {
        return new SharedDatabase();
    }

    DataSource source() {
        return source(name);
    }

    /** @return what another process needs to connect */
    Map<String, String> environment() {
        return Map.of(
                "DATABASE_URL",
                name.replace("jdbc:h2:", "jdbc:h2:tcp://localhost:" + server.getPort() + "/"),
                "DATABASE_USER",
                USER,
                "DATABASE_PASSWORD",
                password);
    }

    @Override
    public void close() throws SQLException {
        server.stop();
        keptOpen.close();
    }

    private DataSource source(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser(USER);
        source.setPassword(password);
        return source;
    }
}
