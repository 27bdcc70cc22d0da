package org.camelforce.salesforcecc.internal.subscription;

import java.util.function.Consumer;
import org.camelforce.salesforcecc.internal.subscription.stream.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/** Takes events to the route. */
interface EventRoute {

    /**
     * Gives one event to the route, on the calling thread.
     *
     * @param event the event
     * @param done to be called once, on any thread, when the route is done with the event for good: with null, or with
     *     the failure that nobody has handled
     */
    void deliver(ReceivedEvent event, Consumer<@Nullable Throwable> done);

    /**
     * Takes an event that the route has failed to process as often as it may where such events go, on the calling
     * thread.
     *
     * @param event the event
     * @param failure why the route failed last
     * @param failures how often it has failed
     * @param done to be called once, on any thread: with null if the subscription can go on after the event, or with
     *     the reason why it cannot
     */
    void giveUp(ReceivedEvent event, Throwable failure, int failures, Consumer<@Nullable Throwable> done);
}
