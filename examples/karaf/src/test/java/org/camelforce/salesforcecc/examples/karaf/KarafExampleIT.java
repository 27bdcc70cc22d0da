package org.camelforce.salesforcecc.examples.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KarafExampleIT {

    @TempDir
    private Path folder;

    @Test
    void restartWhenAnEventCameInBetweenThenTheRoutesHaveItWithOneLoginPerStart() throws Exception {
        try (Drill drill = new Drill(folder.resolve("karaf"))) {
            drill.run();

            assertThat(drill.org().simulator().tokenRequests()).isEqualTo(2);
            assertThat(drill.karaf().log())
                    .contains("The org has {")
                    .doesNotContain(drill.org().simulator().getClientSecret(), "| ERROR |");
        }
    }
}
