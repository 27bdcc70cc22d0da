package org.camelforce.salesforcecc.simulator.cli;

import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.tls.LocalhostKey;

/** The Pub/Sub API with a key of this run, and the file that makes clients trust it. */
final class PubSubEndpointOption implements AutoCloseable {

    private final int port;
    private final LocalhostKey key;
    private final TrustStoreFile trustStore;

    private PubSubEndpointOption(int port, LocalhostKey key, TrustStoreFile trustStore) {
        this.port = port;
        this.key = key;
        this.trustStore = trustStore;
    }

    /** @throws java.io.UncheckedIOException if the certificate cannot be written */
    static PubSubEndpointOption prepare(int port, TrustStoreFile trustStore) {
        LocalhostKey key = LocalhostKey.create();
        trustStore.add(key.certificate());
        return new PubSubEndpointOption(port, key, trustStore);
    }

    void apply(SalesforceSimulator.Builder settings) {
        settings.pubSubPort(port).pubSubTls(key.tls());
    }

    /** @return the arguments of a JVM whose clients are to trust the certificate */
    String trustingArguments() {
        return "-Djavax.net.ssl.trustStore=" + trustStore.path() + " -Djavax.net.ssl.trustStorePassword="
                + TrustStoreFile.PASSWORD;
    }

    @Override
    public void close() {
        trustStore.remove();
    }
}
