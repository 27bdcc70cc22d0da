package org.camelforce.salesforcecc.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.internal.data.TemporaryFiles;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueryLocatorsTest {

    private final ManualTime time = new ManualTime(Instant.parse("2026-07-01T12:00:00Z"));
    private final TemporaryFiles files = new TemporaryFiles("query-locators-test");
    private final QueryLocators locators = new QueryLocators(time, files, 3);

    @AfterEach
    void delete() {
        files.close();
    }

    @Test
    void findWhenRowsAreReadFromAnyPlaceThenAsTheyWere() {
        List<ObjectNode> rows = rows(1_000);
        String locator = open(rows);

        RowFile kept = locators.find(locator + "-0", "user").rows();

        assertThat(kept.size()).isEqualTo(1_000);
        assertThat(kept.read(0, 1_000)).isEqualTo(rows);
        assertThat(kept.read(399, 402)).isEqualTo(rows.subList(399, 402));
        assertThat(kept.read(1_000, 1_000)).isEmpty();
        assertThat(kept.read(7, 8).get(0)).hasToString(rows.get(7).toString());
    }

    @Test
    void openWhenThereAreTooManyThenTheOldestIsDiscarded() throws IOException {
        String oldest = open(rows(1));
        String second = open(rows(1));
        open(rows(1));
        open(rows(1));

        assertInvalid(oldest);
        assertThat(locators.find(second + "-0", "user").rows().size()).isEqualTo(1);
        assertThat(kept()).hasSize(3);
    }

    @Test
    void openWhenOthersHaveExpiredThenTheirFilesAreDeleted() throws IOException {
        String expired = open(rows(1));
        time.advance(Duration.ofDays(2));
        String live = open(rows(1));

        assertInvalid(expired);
        assertThat(kept()).extracting(file -> file.getFileName().toString()).containsExactly(live);
    }

    @Test
    void closeWhenResultsAreKeptThenTheFolderIsDeleted() {
        open(rows(1));
        Path folder = files.file("x").getParent();

        files.close();

        assertThat(folder).doesNotExist();
    }

    private void assertInvalid(String locator) {
        assertThatThrownBy(() -> locators.find(locator + "-0", "user"))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.errorCode()).isEqualTo("INVALID_QUERY_LOCATOR"));
    }

    private String open(List<ObjectNode> rows) {
        return locators.open(new QueryLocators.Snapshot("user", rows.size(), 200), rows);
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.list(files.file("x").getParent())) {
            return all.toList();
        }
    }

    private static List<ObjectNode> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Json.object()
                        .put("Name", "Zoë\n\"" + i)
                        .put("Amount", new BigDecimal("100.50"))
                        .put("Number", i)
                        .putNull("Site"))
                .toList();
    }
}
