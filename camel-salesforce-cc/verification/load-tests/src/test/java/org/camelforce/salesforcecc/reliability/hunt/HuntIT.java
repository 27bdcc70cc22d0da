package org.camelforce.salesforcecc.reliability.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Short rounds of the hunt with fixed seeds, about 20 seconds altogether. */
class HuntIT {

    @TempDir
    Path folder;

    static Stream<Arguments> rounds() {
        return Stream.of(
                Arguments.of(1, List.of(Protocol.COMETD, Protocol.PUBSUB), Trouble.WORKERS_REJECT),
                Arguments.of(2, List.of(Protocol.COMETD, Protocol.PUBSUB), Trouble.COMPONENT_RESTARTS),
                Arguments.of(3, List.of(Protocol.MANAGED), Trouble.LISTENERS_THROW));
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void roundWhenEverythingIsHealedThenEverythingMoves(long seed, List<Protocol> protocols, Trouble trouble)
            throws Exception {
        Hunt hunt = new Hunt(folder, protocols, List.of(trouble), true, System::nanoTime, InstantSource.system());

        assertThat(hunt.round(seed)).isEmpty();
    }
}
