package org.camelforce.salesforcecc.simulator.internal.rest;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;

/**
 * What several changes in one transaction came to.
 *
 * @param <T> type of the result
 * @param result the result, whether or not the changes last
 * @param commit whether they last
 */
record SaveAttempt<T>(T result, boolean commit) {

    /** Makes changes and undoes them all unless the attempt says commit; the result is returned in both cases. */
    static <T> SaveAttempt<T> inTransaction(RecordStore records, Supplier<SaveAttempt<T>> work) {
        AtomicReference<SaveAttempt<T>> failed = new AtomicReference<>();
        try {
            return records.inTransaction(() -> {
                SaveAttempt<T> attempt = work.get();
                if (!attempt.commit) {
                    failed.set(attempt);
                    throw new RolledBack();
                }
                return attempt;
            });
        } catch (RolledBack e) {
            SaveAttempt<T> attempt = failed.get();
            if (attempt == null) {
                throw e;
            }
            return attempt;
        }
    }

    private static final class RolledBack extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RolledBack() {
            super("rolled back on purpose", null, false, false);
        }
    }
}
