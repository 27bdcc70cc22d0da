package org.camelforce.salesforcecc.simulator.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.internal.soql.QueryScope;
import org.camelforce.salesforcecc.simulator.internal.soql.Soql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryStreamTest {

    private static final int RECORDS = 2_000;
    private static final String DATABASE = ".mv.db";

    @TempDir
    private static Path folder;

    private final H2Records records =
            new H2Records(TestOrg.SCHEMA, new ManualTime(Instant.parse("2026-11-23T10:15:30Z")), folder);

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void streamWhenRecordsInAFileAreRewrittenMeanwhileThenItReadsWhatWasThere() {
        String user = records.create(
                "User",
                TestOrg.json("{'Username':'ada@acme.example','LastName':'Byron','Email':'a@acme.example'}"),
                "");
        List<String> ids = records.inTransaction(() -> IntStream.range(0, RECORDS)
                .mapToObj(i -> records.create("Account", TestOrg.json("{'Name':'before'}"), user))
                .toList());
        checkpoint();
        List<String> names = new ArrayList<>();

        records.stream(Soql.parse("SELECT Name FROM Account"), new QueryScope(user, false), new RowSink() {
            @Override
            public void columns(List<String> columns) {}

            @Override
            public void row(List<String> values) {
                if (names.isEmpty()) {
                    records.inTransaction(() -> {
                        ids.forEach(id -> records.update("Account", id, TestOrg.json("{'Name':'after'}"), user));
                        return ids;
                    });
                    checkpoint();
                }
                names.add(values.get(0));
            }
        });

        assertThat(names).hasSize(RECORDS).containsOnly("before");
    }

    /** Writes all that is committed, and lets the database reuse the space of what nobody reads any more. */
    private static void checkpoint() {
        try (Stream<Path> files = Files.list(folder)) {
            String file = files.map(Path::toString)
                    .filter(name -> name.endsWith(DATABASE))
                    .findAny()
                    .orElseThrow();
            String url = "jdbc:h2:file:" + file.substring(0, file.length() - DATABASE.length());
            try (Connection connection = DriverManager.getConnection(url, "sa", "");
                    Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
