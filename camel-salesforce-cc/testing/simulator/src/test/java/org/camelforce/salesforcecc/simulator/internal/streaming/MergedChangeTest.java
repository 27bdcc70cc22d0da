package org.camelforce.salesforcecc.simulator.internal.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.internal.data.H2Records;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergedChangeTest {

    private final ManualTime time = new ManualTime(TestEvents.NOON);
    private final RecordStore records = new H2Records(Schema.standard(), time);
    private final List<MergedChange> merged = new ArrayList<>();
    private String first;
    private String second;

    @BeforeEach
    void listen() {
        first = create("{`Name`:`A`}");
        second = create("{`Name`:`B`,`Site`:`HQ`}");
        records.addTransactionListener(changes -> merged.addAll(MergedChange.merge(changes)));
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void mergeWhenRecordsChangeAlikeThenOneChange() {
        inTransaction(() -> {
            update(first, "{`Phone`:`1`}");
            update(second, "{`Phone`:`1`}");
        });

        assertThat(merged).singleElement().satisfies(change -> assertThat(change.recordIds())
                .containsExactly(first, second));
    }

    @Test
    void mergeWhenValuesDifferThenNumberedOneByOne() {
        inTransaction(() -> {
            update(first, "{`Phone`:`1`}");
            update(second, "{`Phone`:`2`}");
        });

        assertThat(merged).extracting(MergedChange::sequenceNumber).containsExactly(1, 2);
    }

    @Test
    void mergeWhenOneRecordHadTheValueThenNotTheSameChange() {
        inTransaction(() -> {
            update(first, "{`Phone`:`1`,`Site`:`HQ`}");
            update(second, "{`Phone`:`1`,`Site`:`HQ`}");
        });

        assertThat(merged).hasSize(2);
    }

    @Test
    void mergeWhenInTwoTransactionsThenTwoChanges() {
        update(first, "{`Phone`:`1`}");
        update(second, "{`Phone`:`1`}");

        assertThat(merged).hasSize(2);
    }

    @Test
    void mergeWhenInTwoSecondsThenTwoChanges() {
        inTransaction(() -> {
            update(first, "{`Phone`:`1`}");
            time.advance(Duration.ofSeconds(1));
            update(second, "{`Phone`:`1`}");
        });

        assertThat(merged).hasSize(2);
    }

    @Test
    void mergeWhenRecordChangesAgainBetweenThenItsChangesStayInOrder() {
        inTransaction(() -> {
            update(first, "{`Phone`:`1`}");
            update(second, "{`Phone`:`2`}");
            update(second, "{`Phone`:`1`}");
        });

        assertThat(merged)
                .extracting(change -> change.recordIds() + " "
                        + change.first().record().path("Phone").asText())
                .containsExactly("[" + first + "] 1", "[" + second + "] 2", "[" + second + "] 1");
    }

    @Test
    void mergeWhenRecordsAreDeletedThenOneChange() {
        inTransaction(() -> {
            records.delete("Account", first, TestEvents.USER);
            records.delete("Account", second, TestEvents.USER);
        });

        assertThat(merged).singleElement().satisfies(change -> assertThat(change.recordIds())
                .containsExactly(first, second));
    }

    @Test
    void mergeWhenRecordsAreCreatedAlikeThenOneByOne() {
        inTransaction(() -> {
            create("{`Name`:`C`}");
            create("{`Name`:`C`}");
        });

        assertThat(merged).hasSize(2);
    }

    private void inTransaction(Runnable work) {
        records.inTransaction(() -> {
            work.run();
            return true;
        });
    }

    private void update(String id, String fields) {
        records.update("Account", id, TestEvents.json(fields), TestEvents.USER);
    }

    private String create(String fields) {
        return records.create("Account", TestEvents.json(fields), TestEvents.USER);
    }
}
