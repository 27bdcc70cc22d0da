package org.camelforce.salesforcecc.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ClusterExampleIT {

    @Test
    @Timeout(600)
    void runWhenActiveNodeIsKilledThenTheOtherOneGoesOnAndNothingIsLost() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        boolean sound = new ClusterExample(new PrintStream(printed, true, StandardCharsets.UTF_8), 1).run();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsSubsequence("Active   node-", "Killed   node-", "Active   node-", "Lost     none");
        assertThat(sound).isTrue();
    }
}
