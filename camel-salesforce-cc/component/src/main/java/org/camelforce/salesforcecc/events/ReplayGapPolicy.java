package org.camelforce.salesforcecc.events;

import java.util.Locale;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.events.stream.StartingPoint;

/** Decides where a subscription goes on when Salesforce does not have its position any more. */
@FunctionalInterface
public interface ReplayGapPolicy {

    /** Ends the subscription until somebody decides. */
    ReplayGapPolicy FAIL = new Named("fail") {
        @Override
        public StartingPoint startAfter(ReplayGap gap) throws SalesforceException {
            throw new SalesforceException(
                    "The position of " + gap.subscription() + " is lost (" + gap.text()
                            + "), and so are the events from " + gap.window()
                            + " that are not retained any more. Set replayGapPolicy to earliest (everything that is"
                            + " retained, which counts against the org's event delivery allocation) or latest (new events"
                            + " only), then start the route again.",
                    null);
        }
    };

    /**
     * Goes on with the oldest event that is retained. Events may come a second time, and all of them count against the
     * org's event delivery allocation.
     */
    ReplayGapPolicy EARLIEST = new Named("earliest") {
        @Override
        public StartingPoint startAfter(ReplayGap gap) {
            return new StartingPoint.Earliest();
        }
    };

    /** Goes on with the next event that is published. What is retained is skipped. */
    ReplayGapPolicy LATEST = new Named("latest") {
        @Override
        public StartingPoint startAfter(ReplayGap gap) {
            return new StartingPoint.Latest();
        }
    };

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
                        "Option replayGapPolicy must be fail, earliest, latest or a bean" + " (#name), but is " + name);
        };
    }

    /** A policy that shows its name. */
    abstract class Named implements ReplayGapPolicy {

        private final String name;

        private Named(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
