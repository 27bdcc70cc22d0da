package org.camelforce.salesforcecc.internal.doctor;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import okhttp3.tls.HeldCertificate;

/** A server's key with a self-signed certificate. */
public final class TestTls {

    private static final char[] NO_PASSWORD = {};

    private final KeyStore keys;
    private final KeyManagerFactory serverKeys;

    private TestTls(KeyStore keys, KeyManagerFactory serverKeys) {
        this.keys = keys;
        this.serverKeys = serverKeys;
    }

    /** @param name the server's */
    public static TestTls of(String name) throws GeneralSecurityException, IOException {
        HeldCertificate held = new HeldCertificate.Builder()
                .commonName("Test server")
                .organizationalUnit("Test authority")
                .addSubjectAlternativeName(name)
                .build();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("server", held.keyPair().getPrivate(), NO_PASSWORD, new Certificate[] {held.certificate()});
        // a certificate is trusted where it stands as such, not beside its key
        keys.setCertificateEntry("trusted", held.certificate());
        KeyManagerFactory serverKeys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        serverKeys.init(keys, NO_PASSWORD);
        return new TestTls(keys, serverKeys);
    }

    /** What a server needs. */
    public KeyManagerFactory serverKeys() {
        return serverKeys;
    }

    /** What trusts this key. */
    public TrustManager trustManager() throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        return trust.getTrustManagers()[0];
    }

    /** TLS of a server with this key, and of a client that trusts it. */
    public SSLContext context() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(serverKeys.getKeyManagers(), new TrustManager[] {trustManager()}, null);
        return context;
    }
}
