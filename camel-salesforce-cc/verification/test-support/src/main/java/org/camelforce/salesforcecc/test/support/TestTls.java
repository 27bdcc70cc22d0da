package org.camelforce.salesforcecc.test.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.camelforce.salesforcecc.simulator.tls.LocalhostKey;

/** A key for localhost, one for the whole JVM, and those who trust it. */
public final class TestTls {

    /** Password of the trust store, which is no secret. */
    public static final String PASSWORD = "localhost";

    private static final LocalhostKey KEY = LocalhostKey.create();

    private TestTls() {}

    /** {@return TLS for servers at localhost and 127.0.0.1} */
    public static SSLContext server() {
        return KEY.tls();
    }

    /** {@return what makes Camel's components trust these servers} */
    public static SSLContextParameters client() {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setKeyStore(KEY.trustStore());
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        return parameters;
    }

    /** {@return TLS for other clients that trust these servers} */
    public static SSLContext trusting() {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(KEY.trustStore());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * For clients that trust what the system property {@code javax.net.ssl.trustStore} names, and for other processes.
     *
     * @return a trust store of type PKCS12 with {@link #PASSWORD}, which is there for as long as this JVM runs
     * @throws UncheckedIOException if it cannot be written
     */
    public static Path trustStore() {
        return TrustStoreFile.FILE;
    }

    /** Written when it is asked for. */
    private static final class TrustStoreFile {

        private static final Path FILE = write();

        private static Path write() {
            try {
                Path file = Files.createTempFile("localhost", ".p12");
                file.toFile().deleteOnExit();
                KEY.writeTrustStore(file, PASSWORD);
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
