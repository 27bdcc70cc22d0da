package org.camelforce.salesforcecc.simulator.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say whether the org speaks TLS, and where clients find its certificate. */
final class TlsOptions {

    @Option(
            names = "--tls",
            description = "Serves the REST and Streaming APIs over HTTPS only, with a certificate of this run.")
    private boolean tls;

    @Option(
            names = "--trust-store",
            paramLabel = "FILE",
            description =
                    "PKCS12 file that gets the certificate of --tls and --pubsub-port; others in it stay. Default:"
                            + " a temporary one, which goes when the program ends.")
    private @Nullable Path trustStore;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description =
                    "PEM file that is written with the same certificate. Default: a temporary one, which goes when"
                            + " the program ends.")
    private @Nullable Path certificate;

    boolean isOn() {
        return tls;
    }

    /**
     * @param used whether anything speaks TLS
     * @param names the host names that the certificate has besides localhost and 127.0.0.1
     * @return null if nothing does; to be closed when the simulator is
     * @throws IllegalArgumentException if an option is not valid
     * @throws java.io.UncheckedIOException if the certificate cannot be made or written
     */
    @Nullable
    KeyOfRun prepare(boolean used, String... names) {
        if (!used) {
            if (trustStore != null || certificate != null) {
                throw new IllegalArgumentException(
                        (trustStore != null ? "--trust-store" : "--certificate") + " goes with --tls or --pubsub-port");
            }
            return null;
        }
        TrustStoreFile store = trustStore == null ? TrustStoreFile.forThisRun() : TrustStoreFile.at(trustStore);
        return KeyOfRun.prepare(
                store, certificate == null ? CertificateFile.forThisRun() : CertificateFile.at(certificate), names);
    }
}
