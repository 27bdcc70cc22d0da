package org.camelforce.salesforcecc.simulator.cli;

import javax.net.ssl.SSLContext;
import org.camelforce.salesforcecc.simulator.tls.LocalhostKey;

/** The key of this run, and the files that make clients trust it. */
final class KeyOfRun implements AutoCloseable {

    private final LocalhostKey key;
    private final TrustStoreFile trustStore;
    private final CertificateFile certificate;

    private KeyOfRun(LocalhostKey key, TrustStoreFile trustStore, CertificateFile certificate) {
        this.key = key;
        this.trustStore = trustStore;
        this.certificate = certificate;
    }

    /** @throws java.io.UncheckedIOException if the certificate cannot be written */
    static KeyOfRun prepare(TrustStoreFile trustStore, CertificateFile certificate, String... names) {
        KeyOfRun run = new KeyOfRun(LocalhostKey.create(names), trustStore, certificate);
        try {
            trustStore.add(run.key.certificate());
            certificate.write(run.key.pem());
            return run;
        } catch (RuntimeException e) {
            run.close();
            throw e;
        }
    }

    SSLContext tls() {
        return key.tls();
    }

    /** @return the arguments of a JVM whose clients are to trust the certificate */
    String trustingArguments() {
        return "-Djavax.net.ssl.trustStore=" + trustStore.path() + " -Djavax.net.ssl.trustStorePassword="
                + TrustStoreFile.PASSWORD;
    }

    /** @return the file with the certificate in PEM */
    String certificate() {
        return certificate.path().toString();
    }

    @Override
    public void close() {
        trustStore.remove();
        certificate.remove();
    }
}
