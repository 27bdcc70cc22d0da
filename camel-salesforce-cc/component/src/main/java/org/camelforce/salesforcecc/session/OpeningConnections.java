package org.camelforce.salesforcecc.session;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.Connection;
import org.eclipse.jetty.util.Promise;

/** The connections that a client is opening. Safe for use by several threads. */
final class OpeningConnections {

    private final Set<CompletableFuture<Void>> opening = ConcurrentHashMap.newKeySet();

    /** The promise of a connection that counts as being opened until it is kept or broken. */
    Promise<Connection> watched(Promise<Connection> promise) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        opening.add(over);
        return new Promise.Wrapper<>(promise) {

            @Override
            public void succeeded(Connection connection) {
                try {
                    super.succeeded(connection);
                } finally {
                    end(over);
                }
            }

            @Override
            public void failed(Throwable failure) {
                try {
                    super.failed(failure);
                } finally {
                    end(over);
                }
            }
        };
    }

    /** Waits until none of those that are being opened now is any more, but no longer than a time. */
    void awaitAll(long millis) throws InterruptedException {
        try {
            CompletableFuture.allOf(opening.toArray(CompletableFuture<?>[]::new))
                    .get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            // what takes so long leads nowhere
            opening.clear();
        }
    }

    private void end(CompletableFuture<Void> over) {
        opening.remove(over);
        over.complete(null);
    }
}
