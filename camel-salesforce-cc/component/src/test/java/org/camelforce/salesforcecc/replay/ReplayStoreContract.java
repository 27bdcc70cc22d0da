package org.camelforce.salesforcecc.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camelforce.salesforcecc.replay.Positions.ORDERS;
import static org.camelforce.salesforcecc.replay.Positions.bytes;
import static org.camelforce.salesforcecc.replay.Positions.number;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every store does. */
abstract class ReplayStoreContract {

    /** @return a new store over the same positions, or the same store where only that is shared */
    abstract ReplayStore store();

    @Test
    void claimWhenSubscriptionIsNewThenNothingIsFound() throws IOException {
        try (PositionClaim claim = store().claim(ORDERS)) {
            assertThat(claim.found()).isEmpty();
        }
    }

    @Test
    void claimWhenClosedWithoutCommitThenNothingIsFoundLater() throws IOException {
        store().claim(ORDERS).close();

        assertThat(found(ORDERS)).isEmpty();
    }

    @Test
    void commitWhenDoneThenFoundByTheNextClaim() throws IOException {
        commit(ORDERS, number(17));

        assertThat(found(ORDERS)).contains(number(17));
    }

    @Test
    void commitWhenReplayIdHasBytesThenFoundByTheNextClaim() throws IOException {
        commit(ORDERS, bytes(0, 255, 10, 13));

        assertThat(found(ORDERS)).contains(bytes(0, 255, 10, 13));
    }

    @Test
    void commitWhenDoneSeveralTimesThenTheLastIsFound() throws IOException {
        try (PositionClaim claim = store().claim(ORDERS)) {
            for (int i = 1; i <= 9; i++) {
                claim.commit(number(i));
            }
        }

        assertThat(found(ORDERS)).contains(number(9));
    }

    @Test
    void commitWhenPositionIsTheSameThenItStays() throws IOException {
        commit(ORDERS, number(5));
        commit(ORDERS, number(5));

        assertThat(found(ORDERS)).contains(number(5));
    }

    @Test
    void claimWhenClosedWithoutCommitThenTheEarlierPositionStays() throws IOException {
        commit(ORDERS, number(5));

        store().claim(ORDERS).close();

        assertThat(found(ORDERS)).contains(number(5));
    }

    static Stream<PositionKey> others() {
        return Stream.of(
                new PositionKey("00D000000000002AAA", "/event/Order__e", "billing"),
                new PositionKey("00D000000000001AAA", "/event/Order_e", "billing"),
                new PositionKey("00D000000000001AAA", "/event/Order__e", "Billing"),
                new PositionKey("00D000000000001AAA", "/event/Order__e", "bill ing"),
                new PositionKey("00D000000000001AAA", "/event/Order__e", "bill=ing|%7C/..\\:\u00e4"),
                new PositionKey("00D000000000001AAA", "/event/Order__e", "b".repeat(200)));
    }

    @ParameterizedTest
    @MethodSource("others")
    void commitWhenKeysDifferThenPositionsDoToo(PositionKey other) throws IOException {
        commit(ORDERS, number(1));
        commit(other, number(2));

        assertThat(found(ORDERS)).contains(number(1));
        assertThat(found(other)).contains(number(2));
    }

    @Test
    void claimWhenThereIsAnotherThenOneOfThemIsRefusedAndThePositionIsThatOfTheOther() throws IOException {
        ReplayStore store = store();
        try (PositionClaim first = store.claim(ORDERS)) {
            first.commit(number(1));

            assertThatThrownBy(() -> {
                        try (PositionClaim second = store.claim(ORDERS)) {
                            second.commit(number(2));
                            first.commit(number(1));
                        }
                    })
                    .isInstanceOf(PositionAlreadyClaimedException.class);
        }
        assertThat(found(ORDERS)).isPresent();
    }

    @Test
    void claimWhenManyThreadsDoThenOneCanCommit() throws Exception {
        ReplayStore store = store();
        int threads = 6;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Optional<PositionClaim>> claims =
                    results(executor, Collections.nCopies(threads, (Callable<Optional<PositionClaim>>) () -> {
                        start.await();
                        return claimed(store);
                    }));

            List<Boolean> committed = results(
                    executor,
                    claims.stream()
                            .flatMap(Optional::stream)
                            .<Callable<Boolean>>map(claim -> () -> canCommit(claim))
                            .toList());

            assertThat(committed).containsOnlyOnce(true);
        } finally {
            executor.shutdownNow();
        }
    }

    private static <T> List<T> results(ExecutorService executor, List<Callable<T>> tasks) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> task : executor.invokeAll(tasks)) {
            results.add(task.get());
        }
        return results;
    }

    private static boolean canCommit(PositionClaim claim) throws IOException {
        try (claim) {
            claim.commit(number(1));
            return true;
        } catch (PositionAlreadyClaimedException e) {
            return false;
        }
    }

    private static Optional<PositionClaim> claimed(ReplayStore store) throws IOException {
        try {
            return Optional.of(store.claim(ORDERS));
        } catch (PositionAlreadyClaimedException e) {
            return Optional.empty();
        }
    }

    final void commit(PositionKey key, StoredPosition position) throws IOException {
        try (PositionClaim claim = store().claim(key)) {
            claim.commit(position);
        }
    }

    final Optional<StoredPosition> found(PositionKey key) throws IOException {
        try (PositionClaim claim = store().claim(key)) {
            return claim.found();
        }
    }
}
