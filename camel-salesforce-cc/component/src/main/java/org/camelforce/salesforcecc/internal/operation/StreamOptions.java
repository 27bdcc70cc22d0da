package org.camelforce.salesforcecc.internal.operation;

import java.util.List;

/**
 * What an endpoint says about bodies that are not kept in memory.
 *
 * @param streaming whether the route reads the body of an answer while it arrives
 */
public record StreamOptions(boolean streaming) {

    /** What holds if an endpoint says nothing. */
    public static final StreamOptions DEFAULTS = new StreamOptions(false);

    private static final List<String> STREAMING = List.of("getBlobField", "raw");

    /**
     * @param operation of the endpoint
     * @throws IllegalArgumentException if an option is for other operations; the message names it
     */
    public void check(String operation) {
        if (streaming) {
            require("streaming", STREAMING, operation);
        }
    }

    private static void require(String option, List<String> operations, String operation) {
        if (!operations.contains(operation)) {
            throw new IllegalArgumentException("Option " + option + " is for " + String.join(", ", operations)
                    + ", but the operation is " + operation + "; remove it");
        }
    }
}
