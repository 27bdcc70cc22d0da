package org.camelforce.salesforcecc;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.camelforce.salesforcecc.simulator.tls.LocalhostKey;

/** A key for localhost, one for all tests, and those who trust it. */
public final class TestTls {

    private static final LocalhostKey KEY = LocalhostKey.create();

    private TestTls() {}

    /** For servers at localhost and 127.0.0.1. */
    public static SSLContext server() {
        return KEY.tls();
    }

    /** For Camel's components that call them. */
    public static SSLContextParameters client() {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setKeyStore(KEY.trustStore());
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        return parameters;
    }

    /** For other clients that call them. */
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

    /** For those who trust what the JVM trusts: system property {@code javax.net.ssl.trustStore}. */
    static void writeTrustStore(Path file, String password) {
        KEY.writeTrustStore(file, password);
    }
}
