package org.camelforce.salesforcecc.guide;

import javax.net.ssl.SSLContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.camelforce.salesforcecc.simulator.tls.LocalhostKey;

/** A key for localhost, one for all tests. */
final class LocalTls {

    private static final LocalhostKey KEY = create();

    private LocalTls() {}

    static SSLContext server() {
        return KEY.tls();
    }

    /** What makes a component trust the server. */
    static SSLContextParameters client() {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setKeyStore(KEY.trustStore());
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        return parameters;
    }

    private static LocalhostKey create() {
        try {
            return LocalhostKey.create();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
