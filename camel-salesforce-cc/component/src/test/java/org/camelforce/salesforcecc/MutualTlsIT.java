package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An org that demands a client certificate, on a port that its logins do not name. */
@WithSalesforceSimulator(settings = WithOrders.class)
class MutualTlsIT {

    private static final String PASSWORD = "localhost";
    private static final HeldCertificate SERVER = certificate("localhost");
    private static final HeldCertificate CLIENT = certificate("integration");

    private final List<TlsGate> gates = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (TlsGate gate : gates) {
            gate.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void f25CertificateWhenTheOrgDemandsOneThenTheWayIsOpenWithSslContextParameters(Way way, SalesforceSimulator org)
            throws Exception {
        SalesforceCcComponent component = component(way, org);
        component.setSslContextParameters(trust(true));
        try (CamelContext context = TestContexts.contextWith(component)) {
            way.use(context, component, org);
        }
    }

    @ParameterizedTest
    @EnumSource
    void f25CertificateWhenThereIsNoneThenTheOptionIsNamed(Way way, SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = component(way, org);
        component.setSslContextParameters(trust(false));
        try (CamelContext context = TestContexts.contextWith(component)) {
            assertThat(way.problem(context, component))
                    .contains("demands a client certificate, set option sslContextParameters");
        }
    }

    @ParameterizedTest
    @EnumSource
    void f25CertificateWhenTheServersIsNotTrustedThenTheOptionIsNamed(Way way, SalesforceSimulator org)
            throws Exception {
        SalesforceCcComponent component = component(way, org);
        component.setSslContextParameters(new SSLContextParameters());
        try (CamelContext context = TestContexts.contextWith(component)) {
            assertThat(Way.LOGIN.problem(context, component)).contains("trust store of option sslContextParameters");
        }
    }

    /** The org demands a certificate on this way alone. */
    private SalesforceCcComponent component(Way way, SalesforceSimulator org) throws Exception {
        int port = URI.create(org.getLoginUrl()).getPort();
        SalesforceCcComponent component = TestContexts.component(org);
        component.setInitialReplyIdTimeout(1);
        component.setLoginUrl("https://localhost:" + gate(port, way == Way.LOGIN));
        // the Pub/Sub API compares the instance with that of the token
        component.setInstanceUrl(
                way == Way.PUB_SUB ? null : "https://localhost:" + gate(port, way == Way.REST || way == Way.COMETD));
        component.setPubSubHost("localhost");
        component.setPubSubPort(gate(org.getPubSubPort(), way == Way.PUB_SUB));
        return component;
    }

    private int gate(int port, boolean demandsCertificate) throws IOException {
        SSLContext tls = new HandshakeCertificates.Builder()
                .heldCertificate(SERVER)
                .addTrustedCertificate(CLIENT.certificate())
                .build()
                .sslContext();
        TlsGate gate = new TlsGate(port, tls, demandsCertificate);
        gates.add(gate);
        return gate.port();
    }

    private static SSLContextParameters trust(boolean withCertificate) throws Exception {
        KeyStore trusted = store();
        trusted.setCertificateEntry("server", SERVER.certificate());
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(parameters(trusted));
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        if (withCertificate) {
            KeyStore keys = store();
            keys.setKeyEntry("client", CLIENT.keyPair().getPrivate(), PASSWORD.toCharArray(), new Certificate[] {
                CLIENT.certificate()
            });
            KeyManagersParameters own = new KeyManagersParameters();
            own.setKeyStore(parameters(keys));
            own.setKeyPassword(PASSWORD);
            parameters.setKeyManagers(own);
        }
        return parameters;
    }

    private static KeyStoreParameters parameters(KeyStore store) {
        KeyStoreParameters parameters = new KeyStoreParameters();
        parameters.setKeyStore(store);
        return parameters;
    }

    private static KeyStore store() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static HeldCertificate certificate(String name) {
        return new HeldCertificate.Builder()
                .commonName(name)
                .addSubjectAlternativeName(name)
                .duration(1, TimeUnit.DAYS)
                .build();
    }
}
