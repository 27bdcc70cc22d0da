package org.camelforce.salesforcecc.operations.rig;

import javax.net.ssl.SSLContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.camelforce.salesforcecc.simulator.tls.LocalhostKey;

/** A key for localhost, one for the whole JVM. */
public final class LocalTls {

    private static final LocalhostKey KEY = LocalhostKey.create();

    private LocalTls() {}

    /** @return what a server needs */
    public static SSLContext server() {
        return KEY.tls();
    }

    /** @return what makes a component trust the server */
    public static SSLContextParameters client() {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setKeyStore(KEY.trustStore());
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        return parameters;
    }
}
