package org.camelforce.salesforcecc.simulator.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.logging.log4j.core.LogEvent;
import org.awaitility.Awaitility;

/** What must be true of an org after any number of bad requests. */
final class BadInput {

    private BadInput() {}

    static void send(long seed, int from, int count) throws IOException {
        try (ErrorLog errors = new ErrorLog();
                Shop shop = new Shop()) {
            MutationRun run = new MutationRun(shop, seed);
            run.send(from, count);
            run.sendUnchanged();
            System.out.println("bad input: " + run.report());

            assertThat(run.faults()).as(run.report()).isEmpty();
            assertThat(errors.events())
                    .as("logged errors")
                    .extracting(LogEvent::getMessage)
                    .isEmpty();
            shop.wire.close();
            Awaitility.await().until(() -> shop.simulator.openConnections() == 0);
            Awaitility.await().until(() -> shop.simulator.heldConnects() == 0);
        }
    }
}
