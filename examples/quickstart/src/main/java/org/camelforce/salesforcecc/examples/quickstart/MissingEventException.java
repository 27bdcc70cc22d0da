package org.camelforce.salesforcecc.examples.quickstart;

import java.time.Duration;
import java.util.Collection;

/** An event that was expected has not arrived in time. */
final class MissingEventException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param channel where it was expected
     * @param expected what was expected
     * @param patience how long it was waited for
     */
    MissingEventException(String channel, Collection<String> expected, Duration patience) {
        super("Nothing came on " + channel + " for " + String.join(", ", expected) + " within " + patience.toSeconds()
                + " s");
    }
}
