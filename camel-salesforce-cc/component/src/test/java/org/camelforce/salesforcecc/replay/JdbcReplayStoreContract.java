package org.camelforce.salesforcecc.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.camelforce.salesforcecc.replay.Positions.ORDERS;
import static org.camelforce.salesforcecc.replay.Positions.number;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the store does on every database. */
abstract class JdbcReplayStoreContract extends ReplayStoreContract {

    private static final PositionKey HOST =
            new PositionKey("acme-with-a-long-name.my.salesforce.com", "/event/Order__e", "billing");

    /** @return an empty database, or one that {@link #dropTable} has emptied */
    abstract DataSource dataSource();

    @Override
    final ReplayStore store() {
        return new JdbcReplayStore(dataSource());
    }

    @AfterEach
    void dropTable() throws SQLException {
        execute("drop table if exists SALESFORCE_CC_POSITION");
    }

    @Test
    void commitWhenAnotherHasClaimedThenRefusedAndThePositionIsThatOfTheOther() throws IOException {
        PositionClaim old = owned("node-1").claim(ORDERS);
        old.commit(number(1));
        try (PositionClaim present = owned("node-2").claim(ORDERS)) {
            present.commit(number(5));

            assertThatThrownBy(() -> old.commit(number(2)))
                    .isInstanceOf(PositionAlreadyClaimedException.class)
                    .hasMessageContaining("already claimed by node-2");
        }
        old.close();
        assertThat(found(ORDERS)).contains(number(5));
    }

    @Test
    void commitWhenTheOtherHasClosedItsClaimThenStillRefused() throws IOException {
        PositionClaim old = store().claim(ORDERS);
        try (PositionClaim present = store().claim(ORDERS)) {
            present.commit(number(5));
        }

        assertThatThrownBy(() -> old.commit(number(2))).isInstanceOf(PositionAlreadyClaimedException.class);
        assertThat(found(ORDERS)).contains(number(5));
    }

    @Test
    void claimWhenTheOldOwnerCommittedLastThenItsPositionIsFound() throws IOException {
        PositionClaim old = store().claim(ORDERS);
        old.commit(number(8));

        try (PositionClaim present = store().claim(ORDERS)) {
            assertThat(present.found()).contains(number(8));
        }
    }

    @Test
    void claimWhenManyDoAtOnceThenEachHasAnEpochOfItsOwn() throws Exception {
        int rivals = 8;
        claimAtOnce(Collections.nCopies(rivals, store()));

        assertThat(numberOf("select epoch from SALESFORCE_CC_POSITION")).isEqualTo(rivals);
    }

    final void claimAtOnce(List<ReplayStore> stores) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(stores.size());
        try {
            List<Callable<PositionClaim>> claims = stores.stream()
                    .<Callable<PositionClaim>>map(store -> () -> store.claim(ORDERS))
                    .toList();
            for (Future<PositionClaim> claim : executor.invokeAll(claims)) {
                claim.get().close();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void claimWhenAnotherCreatesTheTableThenWaitsForIt() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        TestDataSource source = new TestDataSource(dataSource(), true);
        AtomicInteger creations = new AtomicInteger();
        source.beforeEach(sql -> {
            if (sql.startsWith("create table")) {
                creations.incrementAndGet();
                end.await();
            }
        });
        JdbcReplayStore store = new JdbcReplayStore(source);
        FutureTask<PositionClaim> first = new FutureTask<>(() -> store.claim(ORDERS));
        FutureTask<PositionClaim> second = new FutureTask<>(() -> store.claim(ORDERS));
        new Thread(first).start();
        await().untilAtomic(creations, equalTo(1));
        Thread other = new Thread(second);
        other.start();
        await().until(() -> other.getState() == Thread.State.WAITING);
        end.countDown();

        first.get(30, TimeUnit.SECONDS).close();
        second.get(30, TimeUnit.SECONDS).close();
        assertThat(creations).hasValue(1);
    }

    @Test
    void commitWhenAnotherClaimsInBetweenThenNothingIsWrittenAfterThat() throws Exception {
        PositionClaim old = store().claim(ORDERS);
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Future<Long> last = executor.submit(() -> commitUntilTaken(old));
            PositionClaim present = store().claim(ORDERS);

            long committed = last.get(30, TimeUnit.SECONDS);

            assertThat(present.found().map(found -> found.replayId().number()).orElse(0L))
                    .isEqualTo(committed);
        } finally {
            executor.shutdownNow();
        }
    }

    private static long commitUntilTaken(PositionClaim claim) throws IOException {
        long committed = 0;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                claim.commit(number(committed + 1));
                committed++;
            }
            return committed;
        } catch (PositionAlreadyClaimedException e) {
            return committed;
        }
    }

    @Test
    void commitWhenTheRowHasBeenDeletedThenFailsAndSaysSo() throws Exception {
        try (PositionClaim claim = store().claim(ORDERS)) {
            execute("delete from SALESFORCE_CC_POSITION");

            assertThatThrownBy(() -> claim.commit(number(1)))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(PositionAlreadyClaimedException.class)
                    .hasMessageContaining("deleted from table SALESFORCE_CC_POSITION");
        }
    }

    @Test
    void claimWhenTheRowIsGarbageThenFailsAndSaysWhatToDo() throws Exception {
        commit(ORDERS, number(1));
        execute("update SALESFORCE_CC_POSITION set replay_id = 'nonsense'");

        assertThatThrownBy(() -> store().claim(ORDERS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nonsense")
                .hasMessageContaining("Restore it; or remove the row");
    }

    @Test
    void commitWhenTheOrgIsKnownByItsHostOnlyThenFoundByTheNextClaim() throws IOException {
        commit(HOST, number(3));

        assertThat(found(HOST)).contains(number(3));
    }

    @Test
    void claimWhenAnOldTableIsTooNarrowForTheOrgThenItIsWidenedAndKeepsItsRows() throws Exception {
        makeNarrowTable();
        commit(ORDERS, number(1));

        commit(HOST, number(3));

        assertThat(found(HOST)).contains(number(3));
        assertThat(found(ORDERS)).contains(number(1));
    }

    @Test
    void claimWhenAnOldTableIsTooNarrowAndNotToBeChangedThenFailsAndSaysWhatToDo() throws Exception {
        makeNarrowTable();
        JdbcReplayStore store = new JdbcReplayStore(dataSource());
        store.setCreateTable(false);

        assertThatThrownBy(() -> store.claim(HOST))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("column org_id of table SALESFORCE_CC_POSITION")
                .hasMessageContaining("varchar(255)");
    }

    private void makeNarrowTable() throws SQLException {
        execute("create table SALESFORCE_CC_POSITION (org_id varchar(18) not null, channel varchar(255) not null,"
                + " subscription_name varchar(255) not null, epoch numeric(18) not null, replay_id varchar(1000),"
                + " reached_at varchar(40), owner varchar(255) not null,"
                + " primary key (org_id, channel, subscription_name))");
    }

    @Test
    void commitWhenTheTableIsMadeAsTheGuideShowsThenFoundByTheNextClaim() throws Exception {
        execute(statementOfTheGuide());
        JdbcReplayStore store = new JdbcReplayStore(dataSource());
        store.setCreateTable(false);
        try (PositionClaim claim = store.claim(HOST)) {
            claim.commit(number(4));
        }

        assertThat(found(HOST)).contains(number(4));
    }

    private static String statementOfTheGuide() throws IOException {
        String page = Files.readString(Path.of("../../src/docs/subscriptions.md"));
        int start = page.indexOf("```sql\n") + "```sql\n".length();
        return page.substring(start, page.indexOf("```", start));
    }

    @Test
    void claimWhenTheTableIsMissingAndNotToBeMadeThenFails() {
        JdbcReplayStore store = new JdbcReplayStore(dataSource());
        store.setCreateTable(false);

        assertThatThrownBy(() -> store.claim(ORDERS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("SALESFORCE_CC_POSITION");
    }

    @Test
    void claimWhenConnectionsDoNotCommitThemselvesThenEverythingIsCommitted() throws IOException {
        TestDataSource manual = new TestDataSource(dataSource(), false);
        try (PositionClaim claim = new JdbcReplayStore(manual).claim(ORDERS)) {
            claim.commit(number(6));
        }

        assertThat(found(ORDERS)).contains(number(6));
    }

    @Test
    void claimWhenItFailsOrNotThenEveryConnectionIsGivenBack() throws Exception {
        TestDataSource counting = new TestDataSource(dataSource(), false);
        JdbcReplayStore store = new JdbcReplayStore(counting);
        PositionClaim old = store.claim(ORDERS);
        store.claim(ORDERS).close();
        assertThatThrownBy(() -> old.commit(number(1))).isInstanceOf(PositionAlreadyClaimedException.class);
        execute("drop table SALESFORCE_CC_POSITION");
        assertThatThrownBy(() -> old.commit(number(1))).isInstanceOf(IOException.class);

        assertThat(counting.given()).isGreaterThan(5);
        assertThat(counting.open()).isZero();
    }

    private JdbcReplayStore owned(String owner) {
        JdbcReplayStore store = new JdbcReplayStore(dataSource());
        store.setOwner(owner);
        return store;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long numberOf(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
