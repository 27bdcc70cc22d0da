package org.camelforce.salesforcecc.internal.subscription;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Camel has not run the route at all for an event, so the event comes again whatever the options say. */
final class RouteNotRunException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final String CAMELS_WORDS = "Run not allowed";
    private static final String CAMEL = "org.apache.camel.";

    /** Steps of a route that have a pool of threads. When it is full, they refuse a run without a word as well. */
    private static final List<String> WITH_POOLS =
            List.of(CAMEL + "processor.ThreadsProcessor", CAMEL + "processor.DelayProcessorSupport");

    private RouteNotRunException(String route, Throwable cause) {
        super(
                "Camel does not run the route " + route
                        + ", because it was stopped or suspended by force after the shutdown timeout."
                        + " Stop the route and start it again",
                cause);
    }

    /**
     * Camel refuses exchanges while it forces routes to stop, and from then on in a route that was suspended by force,
     * until it is restarted; some of its classes do so without a text. A thread pool that refuses a task says so with a
     * text of its own, or it is one of a route that was run.
     *
     * @param route names the route
     * @param failure what the exchange failed with, or null
     * @return this exception if Camel has not run the route; otherwise the failure
     */
    static @Nullable Throwable orFailure(String route, @Nullable Throwable failure) {
        if (!(failure instanceof RejectedExecutionException) || failure.getCause() != null) {
            return failure;
        }
        String message = failure.getMessage();
        boolean notRun = message == null ? isThrownByCamel(failure) : message.startsWith(CAMELS_WORDS);
        return notRun ? new RouteNotRunException(route, failure) : failure;
    }

    private static boolean isThrownByCamel(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String thrower = trace.length == 0 ? "" : trace[0].getClassName();
        return thrower.startsWith(CAMEL) && WITH_POOLS.stream().noneMatch(thrower::startsWith);
    }
}
