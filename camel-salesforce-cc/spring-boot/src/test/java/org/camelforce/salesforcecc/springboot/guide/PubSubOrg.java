package org.camelforce.salesforcecc.springboot.guide;

import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.tls.LocalhostKey;
import org.camelforce.salesforcecc.test.SimulatorSettings;

public final class PubSubOrg implements SimulatorSettings {

    private static final LocalhostKey KEY = LocalhostKey.create();

    @Override
    public void apply(SalesforceSimulator.Builder builder) {
        builder.pubSubTls(KEY.tls());
    }

    static SSLContextParameters trust() {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setKeyStore(KEY.trustStore());
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        return parameters;
    }
}
