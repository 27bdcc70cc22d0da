package org.camelforce.salesforcecc.subscription;

import org.apache.camel.component.salesforce.api.SalesforceException;

/** The policies that have a name. */
enum NamedGapPolicy implements ReplayGapPolicy {
    FAIL {
        @Override
        public StartingPoint startAfter(ReplayGap gap) throws SalesforceException {
            throw new SalesforceException(
                    "The position of " + gap.subscription() + " is lost (" + gap.text()
                            + "), and so are the events from " + gap.window()
                            + " that Salesforce no longer retains. Set replayGapPolicy to earliest (everything that is"
                            + " retained, which counts against the org's event delivery allocation) or latest (new events"
                            + " only), then start the route again.",
                    null);
        }
    },
    EARLIEST {
        @Override
        public StartingPoint startAfter(ReplayGap gap) {
            return new StartingPoint.Earliest();
        }
    },
    LATEST {
        @Override
        public StartingPoint startAfter(ReplayGap gap) {
            return new StartingPoint.Latest();
        }
    }
}
