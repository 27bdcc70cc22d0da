package org.camelforce.salesforcecc.replay;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class JdbcReplayStorePostgresIT extends JdbcReplayStoreContract {

    private static @Nullable EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Override
    DataSource dataSource() {
        return Objects.requireNonNull(server).getPostgresDatabase();
    }

    @Test
    void claimWhenManyProcessesCreateTheTableThenEachClaims() throws Exception {
        List<ReplayStore> processes = Stream.generate(this::store).limit(8).toList();

        assertThatCode(() -> claimAtOnce(processes)).doesNotThrowAnyException();
    }
}
