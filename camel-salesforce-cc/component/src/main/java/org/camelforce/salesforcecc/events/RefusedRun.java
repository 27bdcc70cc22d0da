package org.camelforce.salesforcecc.events;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;

/** Tells that Camel has not run the route at all, from a route that was run and failed. */
final class RefusedRun {

    private static final String CAMELS_WORDS = "Run not allowed";
    private static final String CAMEL = "org.apache.camel.";

    /** Steps of a route that have a pool of threads. When it is full, they refuse a run without a word as well. */
    private static final List<String> WITH_POOLS =
            List.of(CAMEL + "processor.ThreadsProcessor", CAMEL + "processor.DelayProcessorSupport");

    private RefusedRun() {}

    /**
     * Camel refuses exchanges while it forces routes to stop, and from then on in a route that was suspended by force,
     * until it is restarted; some of its classes do so without a text. A thread pool that refuses a task says so with a
     * text of its own, or it is one of a route that was run.
     */
    static boolean is(Throwable failure) {
        if (!(failure instanceof RejectedExecutionException) || failure.getCause() != null) {
            return false;
        }
        String message = failure.getMessage();
        return message == null ? isThrownByCamel(failure) : message.startsWith(CAMELS_WORDS);
    }

    private static boolean isThrownByCamel(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String thrower = trace.length == 0 ? "" : trace[0].getClassName();
        return thrower.startsWith(CAMEL) && WITH_POOLS.stream().noneMatch(thrower::startsWith);
    }
}
