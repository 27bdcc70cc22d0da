package org.camelforce.salesforcecc.events;

import java.util.concurrent.RejectedExecutionException;

/** Tells that Camel has not run the route at all, from a route that was run and failed. */
final class RefusedRun {

    private static final String CAMELS_WORDS = "Run not allowed";

    private RefusedRun() {}

    /**
     * Camel refuses exchanges while it forces routes to stop, and from then on in a route that was suspended by force,
     * until it is restarted. A thread pool that refuses a task says so with a text of its own.
     */
    static boolean is(Throwable failure) {
        if (!(failure instanceof RejectedExecutionException) || failure.getCause() != null) {
            return false;
        }
        String message = failure.getMessage();
        return message == null || message.startsWith(CAMELS_WORDS);
    }
}
