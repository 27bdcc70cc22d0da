package org.camelforce.salesforcecc.simulator.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camelforce.salesforcecc.simulator.internal.data.TestOrg.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransactionsTest {

    private final TestOrg org = new TestOrg();
    private final ExecutorService executor = Executors.newFixedThreadPool(8);

    @AfterEach
    void close() {
        executor.shutdownNow();
        org.close();
    }

    @Test
    void inTransactionWhenWorkThrowsThenNothingIsKeptAndNobodyIsTold() {
        assertThatThrownBy(() -> org.records.inTransaction(() -> {
                    org.account("Acme");
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");
        assertThat(org.query("SELECT Id FROM Account")).isEmpty();
        assertThat(org.changes).isEmpty();
    }

    @Test
    void inTransactionWhenWorkReadsThenItSeesItsOwnWritesBeforeOthersDo() throws Exception {
        Integer seenByOther = org.records.inTransaction(() -> {
            org.account("Acme");
            assertThat(org.query("SELECT Id FROM Account")).hasSize(1);
            Future<Integer> other =
                    executor.submit(() -> org.query("SELECT Id FROM Account").size());
            try {
                return other.get(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(seenByOther).isZero();
    }

    @Test
    void inTransactionWhenCommittedThenChangesShareAKeyAndAreNumbered() {
        org.records.inTransaction(() -> {
            String id = org.account("Acme");
            org.update("Account", id, "{'Site':'HQ'}");
            return id;
        });
        assertThat(org.changes).extracting(RecordChange::sequenceNumber).containsExactly(1, 2);
        assertThat(org.changes.get(0).transactionKey())
                .isEqualTo(org.changes.get(1).transactionKey());
    }

    @Test
    void createWhenCommittedThenListenerLearnsEveryFilledField() {
        String id = org.account("Acme");
        RecordChange change = org.changes.get(0);
        assertThat(change.kind()).isEqualTo(RecordChange.Kind.CREATE);
        assertThat(change.type()).isEqualTo("Account");
        assertThat(change.id()).isEqualTo(id);
        assertThat(change.userId()).isEqualTo(org.user);
        assertThat(change.at()).isEqualTo(org.time.instant());
        assertThat(change.changedFields())
                .contains("Name", "OwnerId", "CreatedDate")
                .doesNotContain("Phone");
        assertThat(change.record()).isEqualTo(org.retrieve("Account", id));
    }

    @Test
    void updateWhenCommittedThenListenerLearnsWhatChanged() {
        String id = org.account("Acme");
        org.update("Account", id, "{'Name':'Acme','Site':'HQ'}");
        assertThat(org.changes.get(1).changedFields()).isEqualTo(Set.of("Site", "LastModifiedDate", "SystemModstamp"));
    }

    @Test
    void deleteWhenCommittedThenListenerGetsTheRecordAsItWas() {
        String id = org.account("Acme");
        org.records.delete("Account", id, org.user);
        RecordChange change = org.changes.get(1);
        assertThat(change.kind()).isEqualTo(RecordChange.Kind.DELETE);
        assertThat(change.record().get("IsDeleted").booleanValue()).isFalse();
        assertThat(change.record().get("Name").textValue()).isEqualTo("Acme");
    }

    @Test
    void createWhenRefusedThenNobodyIsTold() {
        refusal(() -> org.create("Account", "{}"));
        assertThat(org.changes).isEmpty();
    }

    @Test
    void addListenerWhenListenerWritesThenThatIsATransactionOfItsOwn() {
        org.records.addListener(change -> {
            if (change.type().equals("Account")) {
                org.create("Contact", "{'LastName':'B','AccountId':'" + change.id() + "'}");
            }
        });
        org.account("Acme");
        assertThat(org.changes).extracting(RecordChange::type).containsExactly("Account", "Contact");
        assertThat(org.changes).extracting(RecordChange::transactionKey).doesNotHaveDuplicates();
    }

    @Test
    void addListenerWhenListenerFailsThenRecordIsKeptAndOthersAreTold() {
        List<String> told = new ArrayList<>();
        org.records.addListener(change -> {
            throw new IllegalStateException("listener");
        });
        org.records.addListener(change -> told.add(change.id()));
        String id = org.account("Acme");
        assertThat(told).containsExactly(id);
        assertThat(org.retrieve("Account", id)).isNotNull();
    }

    @Test
    void createWhenManyThreadsWriteThenEveryRecordIsKeptAndToldOnceInOrder() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> writers = IntStream.range(0, 8)
                .<Future<?>>mapToObj(writer -> executor.submit(() -> {
                    start.await();
                    for (int i = 0; i < 25; i++) {
                        org.account("A" + writer + "-" + i);
                        org.query("SELECT Id, Owner.Name FROM Account LIMIT 5");
                    }
                    return writer;
                }))
                .toList();
        start.countDown();
        for (Future<?> writer : writers) {
            writer.get(30, TimeUnit.SECONDS);
        }
        assertThat(org.records.query("SELECT COUNT() FROM Account", false).totalSize())
                .isEqualTo(200);
        assertThat(org.changes).extracting(RecordChange::id).hasSize(200).isSorted();
    }

    @Test
    void closeWhenAnotherOrgIsOpenThenThatOneGoesOn() {
        try (TestOrg other = new TestOrg()) {
            other.account("Other");
            org.account("Acme");
            assertThat(other.column("SELECT Name FROM Account")).containsExactly("Other");
        }
        assertThat(org.column("SELECT Name FROM Account")).containsExactly("Acme");
    }
}
