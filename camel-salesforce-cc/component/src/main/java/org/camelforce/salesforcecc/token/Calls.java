package org.camelforce.salesforcecc.token;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Calls of the user's code that promise a future: whatever they throw instead, there is one. */
final class Calls {

    private Calls() {}

    static <T> CompletableFuture<T> guarded(Supplier<CompletableFuture<T>> call) {
        try {
            return call.get();
        } catch (RuntimeException | LinkageError e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
