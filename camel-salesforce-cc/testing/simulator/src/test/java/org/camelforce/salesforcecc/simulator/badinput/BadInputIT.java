package org.camelforce.salesforcecc.simulator.badinput;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * Properties {@code bad-input.seed}, {@code bad-input.from} and {@code bad-input.count} ask for others, or for more.
 */
class BadInputIT {

    @Test
    void answerWhenThousandsOfRequestsAreMutatedThenDocumentedAndTheOrgGoesOn() throws IOException {
        BadInput.send(
                Long.getLong("bad-input.seed", 16),
                Integer.getInteger("bad-input.from", 0),
                Integer.getInteger("bad-input.count", 5_000));
    }
}
