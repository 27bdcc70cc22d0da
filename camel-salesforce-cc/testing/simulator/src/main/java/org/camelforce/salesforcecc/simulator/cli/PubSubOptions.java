package org.camelforce.salesforcecc.simulator.cli;

import javax.net.ssl.SSLContext;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says whether and where the Pub/Sub API is offered. */
final class PubSubOptions {

    private static final int MAX_PORT = 65_535;

    @Option(
            names = "--pubsub-port",
            paramLabel = "PORT",
            description = "Offers the Pub/Sub API on this port, over TLS; 0 for any free one. Default: not offered.")
    private @Nullable Integer port;

    boolean isOffered() {
        return port != null;
    }

    /**
     * Applies the option.
     *
     * @throws IllegalArgumentException if it is not valid
     */
    void apply(SalesforceSimulator.Builder settings, SSLContext tls) {
        if (port != null) {
            if (port < 0 || port > MAX_PORT) {
                throw new IllegalArgumentException("--pubsub-port must be from 0 to " + MAX_PORT);
            }
            settings.pubSubPort(port).pubSubTls(tls);
        }
    }
}
