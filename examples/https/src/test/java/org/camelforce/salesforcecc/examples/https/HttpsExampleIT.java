package org.camelforce.salesforcecc.examples.https;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpsExampleIT {

    @Test
    void runWhenSessionEndsInBetweenThenBothSidesShareOneTokenBeforeAndAfter() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        new HttpsExample(new PrintStream(printed, true, StandardCharsets.UTF_8)).run();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "User     integration@simulator.example",
                        "Created  account 001",
                        "Logins   1",
                        "Session  ended",
                        "User     integration@simulator.example",
                        "Found    1 account",
                        "Logins   2");
    }
}
