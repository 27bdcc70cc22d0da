package org.camelforce.salesforcecc.reliability.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.camelforce.salesforcecc.reliability.run.LocalTls;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rounds of the hunt with fixed seeds, about 20 seconds each, on both protocols. */
class HuntTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "COMETD, 1, WORKERS_REJECT",
        "PUBSUB, 2, ROUTES_THROW",
        "COMETD, 3, COMPONENT_RESTARTS",
        "PUBSUB, 4, VERSION_THROWS",
        "MANAGED, 5, LISTENERS_THROW",
    })
    void roundWhenEverythingIsHealedThenEverythingMoves(Protocol protocol, long seed, Trouble trouble)
            throws Exception {
        Hunt hunt = new Hunt(
                folder,
                LocalTls.in(folder),
                List.of(protocol),
                List.of(trouble),
                true,
                System::nanoTime,
                InstantSource.system());

        assertThat(hunt.round(seed)).isEmpty();
    }
}
