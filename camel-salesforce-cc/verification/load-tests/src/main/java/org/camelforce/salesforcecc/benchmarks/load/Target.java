package org.camelforce.salesforcecc.benchmarks.load;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is put under load. */
@FunctionalInterface
public interface Target {

    /**
     * Sends one exchange without waiting for its end.
     *
     * @param whenDone gets the exchange's failure, or null; called once, on any thread
     */
    void send(Consumer<@Nullable Exception> whenDone);
}
