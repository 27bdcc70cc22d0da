package org.camelforce.salesforcecc.replay;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Creates the table once for all claims that need it at the same time.
 *
 * <p>Some databases show a table to others before it has its primary key, as H2 does. A claim that finds such a table
 * can lose its row, because the database removes the table again if the key cannot be added.
 */
final class TableCreation {

    private final AtomicReference<@Nullable CompletableFuture<Void>> underWay = new AtomicReference<>();

    /** @throws IOException see {@link PositionTable#createIfMissing} */
    void createIfMissing(PositionTable table) throws IOException {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> other = underWay.compareAndExchange(null, mine);
        if (other != null) {
            waitFor(other);
            return;
        }
        try {
            table.createIfMissing();
            mine.complete(null);
        } catch (IOException | RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            underWay.set(null);
        }
    }

    private static void waitFor(CompletableFuture<Void> other) throws IOException {
        try {
            other.get();
        } catch (ExecutionException e) {
            throw new IOException("Another claim failed to create the table: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while another claim creates the table");
        }
    }
}
