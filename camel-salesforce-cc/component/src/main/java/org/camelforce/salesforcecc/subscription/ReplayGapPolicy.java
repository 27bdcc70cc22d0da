package org.camelforce.salesforcecc.subscription;

import java.util.Locale;

/** Decides where a subscription goes on when Salesforce does not have its position any more. */
@FunctionalInterface
public interface ReplayGapPolicy {

    /** Ends the subscription until somebody decides. */
    ReplayGapPolicy FAIL = NamedGapPolicy.FAIL;

    /**
     * Goes on with the oldest event that is retained. Events may come a second time, and all of them count against the
     * org's event delivery allocation.
     */
    ReplayGapPolicy EARLIEST = NamedGapPolicy.EARLIEST;

    /** Goes on with the next event that is published. What is retained is skipped. */
    ReplayGapPolicy LATEST = NamedGapPolicy.LATEST;

    /**
     * Decides. Called on a thread that may block, once for each gap.
     *
     * @param gap what is lost
     * @return where to go on
     * @throws Exception to end the subscription with this exception as its failure
     */
    StartingPoint startAfter(ReplayGap gap) throws Exception;

    /**
     * @param name {@code fail}, {@code earliest} or {@code latest}, in any case
     * @return the policy
     * @throws IllegalArgumentException if there is no such policy; the message lists them
     */
    static ReplayGapPolicy named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "fail" -> FAIL;
            case "earliest" -> EARLIEST;
            case "latest" -> LATEST;
            default ->
                throw new IllegalArgumentException(
                        "Option replayGapPolicy must be fail, earliest, latest or a bean (#name), but is " + name);
        };
    }
}
