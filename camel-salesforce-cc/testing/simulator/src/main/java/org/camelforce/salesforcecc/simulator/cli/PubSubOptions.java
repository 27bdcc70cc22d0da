package org.camelforce.salesforcecc.simulator.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say whether and where the Pub/Sub API is offered. */
final class PubSubOptions {

    private static final int GREATEST_PORT = 65_535;

    @Option(
            names = "--pubsub-port",
            paramLabel = "PORT",
            description = "Offers the Pub/Sub API on this port, over TLS; 0 for any free one. Default: not offered.")
    private @Nullable Integer port;

    @Option(
            names = "--pubsub-trust-store",
            paramLabel = "FILE",
            description = "PKCS12 file that gets the certificate of the Pub/Sub API; others in it stay. Default: a"
                    + " temporary one, which goes when the program ends.")
    private @Nullable Path trustStore;

    /**
     * @return null if it is not asked for; to be closed when the simulator is
     * @throws IllegalArgumentException if an option is not valid
     * @throws java.io.UncheckedIOException if the certificate cannot be made or written
     */
    @Nullable
    PubSubEndpointOption offer() {
        if (port == null) {
            if (trustStore != null) {
                throw new IllegalArgumentException("--pubsub-trust-store goes with --pubsub-port");
            }
            return null;
        }
        if (port < 0 || port > GREATEST_PORT) {
            throw new IllegalArgumentException("--pubsub-port must be from 0 to " + GREATEST_PORT);
        }
        return PubSubEndpointOption.prepare(
                port, trustStore == null ? TrustStoreFile.forThisRun() : TrustStoreFile.at(trustStore));
    }
}
