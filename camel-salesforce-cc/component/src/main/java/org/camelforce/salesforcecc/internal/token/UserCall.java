package org.camelforce.salesforcecc.internal.token;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Calls of the user's code that promise a future: whatever they throw or return instead, there is one. */
final class UserCall {

    private UserCall() {}

    /** Errors included: a login that nobody ends would be the last one. */
    static <T> CompletableFuture<T> guarded(Supplier<CompletableFuture<T>> call) {
        try {
            CompletableFuture<T> promised = call.get();
            return promised == null
                    ? CompletableFuture.failedFuture(new NullPointerException("no future was returned"))
                    : promised;
        } catch (Throwable e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
