package org.camelforce.salesforcecc.simulator.internal.bulk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.camelforce.salesforcecc.simulator.internal.data.BulkRecords;

/** Works through rows in chunks, each of which is a transaction, so that neither memory nor a transaction grows. */
final class RowLoad {

    /** As many as a trigger gets at once. */
    private static final int CHUNK = 200;

    /** Takes the rows that are done. */
    @FunctionalInterface
    interface Listener {
        void done(InputRow row, RowOutcome outcome) throws IOException;
    }

    private final BulkRecords records;
    private final RowOperation operation;

    RowLoad(BulkRecords records, RowOperation operation) {
        this.records = records;
        this.operation = operation;
    }

    /** Works on all rows, or until it may not go on, which is asked before each chunk. */
    void run(RowSource rows, BooleanSupplier mayGoOn, Listener listener) throws IOException {
        List<InputRow> chunk = new ArrayList<>(CHUNK);
        while (mayGoOn.getAsBoolean() && rows.hasNext()) {
            chunk.clear();
            while (chunk.size() < CHUNK && rows.hasNext()) {
                chunk.add(rows.next());
            }
            List<RowOutcome> outcomes = records.inTransaction(
                    () -> chunk.stream().map(operation::apply).toList());
            for (int i = 0; i < outcomes.size(); i++) {
                listener.done(chunk.get(i), outcomes.get(i));
            }
        }
    }
}
